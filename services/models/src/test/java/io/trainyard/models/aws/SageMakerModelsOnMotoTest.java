package io.trainyard.models.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.MotoAccount;
import io.trainyard.lambda.TestDeployment;
import io.trainyard.models.app.Models.Registration;
import io.trainyard.models.domain.Model;
import io.trainyard.steps.domain.AttemptKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** Our calls and readings on an AWS that nobody here wrote. It overwrites a model whose name is taken, where AWS refuses (protocol 7). */
class SageMakerModelsOnMotoTest {

    private static final AttemptKey KEY = new AttemptKey("a1", 1, "model", 1);
    private static final Model MODEL = new Model(
            KEY.resource("ty-test"),
            KEY,
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer:1",
            "s3://bucket/model.tar.gz");

    private final SageMakerClient client = MotoAccount.open().client(SageMakerClient.builder());
    private final SageMakerModels models = new SageMakerModels(client, TestDeployment.of("models"));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void registersAModelUnderItsNameWithItsTags() {
        assertThat(models.register(MODEL))
                .isInstanceOfSatisfying(
                        Registration.Registered.class,
                        made -> assertThat(made.arn()).endsWith(MODEL.name()));

        assertThat(models.exists(MODEL.name())).isTrue();
        String arn =
                client.describeModel(request -> request.modelName(MODEL.name())).modelArn();
        assertThat(client.listTags(request -> request.resourceArn(arn)).tags()).anySatisfy(tag -> {
            assertThat(tag.key()).isEqualTo("trainyard:job");
            assertThat(tag.value()).isEqualTo("a1");
        });
    }

    /** B34. */
    @Test
    void putsInstancesIntoTheDeploymentsNetwork() {
        new SageMakerModels(client, TestDeployment.closed("models")).register(MODEL);

        var vpc =
                client.describeModel(request -> request.modelName(MODEL.name())).vpcConfig();
        assertThat(vpc.subnets()).containsExactly("subnet-0a", "subnet-0b");
        assertThat(vpc.securityGroupIds()).containsExactly("sg-01");
    }

    @Test
    void deletesAModelOnceAndDoesNotMindASecondTime() {
        models.register(MODEL);
        models.delete(MODEL.name());
        models.delete(MODEL.name());

        assertThat(models.exists(MODEL.name())).isFalse();
    }
}
