package io.trainyard.local.sagemaker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.apimodel.ApiModel;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The file of facts: complete, sourced, and in agreement with what the services' adapters are told to expect. */
class FactsTest {

    @Test
    void everyFactNamesItsSource() {
        assertThat(Facts.all()).isNotEmpty().allSatisfy((name, fact) -> {
            assertThat(fact.source()).as(name).hasSizeGreaterThan(10);
            assertThat(fact.says()).as(name).isNotBlank();
        });
    }

    @Test
    void everyErrorIsOneThatAwsHas() {
        assertThat(Facts.all().values())
                .extracting(Facts.Fact::error)
                .isSubsetOf(Set.of(
                        "",
                        "ValidationException",
                        "ValidationError",
                        "ModelError",
                        "ResourceInUse",
                        "ResourceLimitExceeded"));
    }

    @Test
    void alreadyExistsDiffersPerOperation() {
        assertThat(Facts.all().get("training-job-exists").error()).isEqualTo("ResourceInUse");
        assertThat(Facts.all().get("model-exists").error()).isEqualTo("ValidationException");
        assertThat(Facts.all().get("endpoint-config-exists").error()).isEqualTo("ValidationException");
        assertThat(Facts.all().get("endpoint-exists").error()).isEqualTo("ValidationException");
    }

    @Test
    void theModelHasEveryOperationThatTheAccountNames() {
        assertThat(ApiModel.read("api.sagemaker-2017-07-24-model.json").operations())
                .contains("CreateTrainingJob", "CreateModel", "CreateEndpointConfig", "CreateEndpoint", "AddTags");
    }
}
