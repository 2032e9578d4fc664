package io.trainyard.local.apimodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The wording of AWS's own refusals, over AWS's own model of SageMaker. */
class RequestCheckTest {

    static final ApiModel MODEL = ApiModel.read("api.sagemaker-2017-07-24-model.json");

    @Test
    void acceptsWhatSatisfiesTheModel() {
        assertThat(refusal("DeleteEndpoint", "{\"EndpointName\": \"e-1\"}")).isEmpty();
    }

    @Test
    void ignoresMembersThatTheModelDoesNotKnow() {
        assertThat(refusal("DeleteEndpoint", "{\"EndpointName\": \"e-1\", \"Newer\": {\"x\": 1}}"))
                .isEmpty();
    }

    @Test
    void namesAMissingMember() {
        assertThat(message("DeleteEndpoint", "{}"))
                .isEqualTo(
                        "1 validation error detected: Value null at 'endpointName' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void countsEveryViolation() {
        assertThat(message("CreateEndpoint", "{\"EndpointName\": \"-\"}"))
                .isEqualTo(
                        "2 validation errors detected: Value '-' at 'endpointName' failed to satisfy constraint: Member must"
                                + " satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}; Value null at"
                                + " 'endpointConfigName' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void measuresLengths() {
        assertThat(message("DeleteEndpoint", "{\"EndpointName\": \"" + "a".repeat(64) + "\"}"))
                .contains("2 validation errors detected: ")
                .endsWith("Member must have length less than or equal to 63");
    }

    @Test
    void numbersTheElementsOfAList() {
        assertThat(message("CreateEndpointConfig", """
                {"EndpointConfigName": "c", "ProductionVariants": [{"VariantName": "a"}, {}]}"""))
                .isEqualTo(
                        "1 validation error detected: Value null at 'productionVariants.2.member.variantName' failed to"
                                + " satisfy constraint: Member must not be null");
    }

    @Test
    void listsTheConstraintsOfMapValues() {
        assertThat(message(
                        "CreateModel",
                        "{\"ModelName\": \"m\", \"PrimaryContainer\": {\"Environment\": {\"1A\": \"x\"}}}"))
                .isEqualTo(
                        "1 validation error detected: Value '{1A=x}' at 'primaryContainer.environment' failed to satisfy"
                                + " constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024,"
                                + " Member must satisfy regular expression pattern: [a-zA-Z_][a-zA-Z0-9_]*]");
    }

    @Test
    void looksAtTypesBeforeConstraints() {
        assertThat(refusal("CreateEndpoint", "{\"EndpointName\": {}}"))
                .contains(new Found("SerializationException", "Start of structure or map found where not expected."));
        assertThat(refusal("ListEndpoints", "{\"MaxResults\": \"ten\"}"))
                .contains(new Found("SerializationException", "STRING_VALUE can not be converted to an Integer"));
    }

    @Test
    void survivesATextThatIsMuchTooLong() {
        assertThat(message("DeleteEndpoint", "{\"EndpointName\": \"" + "a".repeat(1_000_000) + "\"}"))
                .endsWith("Member must have length less than or equal to 63");
    }

    private static String message(String operation, String json) {
        return refusal(operation, json).map(Found::message).orElse("accepted");
    }

    private static Optional<Found> refusal(String operation, String json) {
        try {
            return new RequestCheck(MODEL).refusal(operation, new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
