package io.trainyard.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.ResourceLimitExceededException;

/** The cap where the account's quota leaves no room for a surge: the oldest endpoint leaves before the next one comes (A16, AD2). */
class EndpointQuotaTest {

    private static final String QUOTA = """
            {"kind": "quota", "service": "sagemaker", "operation": "CreateEndpoint",
             "instanceType": "ml.t2.medium", "limit": %d}
            """.formatted(SevenJobs.CAP);

    /** AWS counts instances by their type: ours are all ml.t2.medium, so the foreign endpoint takes none of the quota. */
    @Test
    void holdsWithoutASurgeUnderAQuotaThatEqualsIt() throws InterruptedException {
        try (var deployment = Deployment.start("TRAINYARD_ENDPOINTS_SURGE=0")) {
            var aws = deployment.aws();
            var data = aws.upload("datasets/cap/train.csv", "a,b\n1,2\n");
            var type = ProductionVariantInstanceType.ML_M5_XLARGE;
            try (var foreign = ForeignEndpoint.deploy(aws, deployment.jobs(), data, type)) {
                given().body(QUOTA)
                        .post(deployment.endpoint().resolve("/_trainyard/faults"))
                        .then()
                        .statusCode(200);
                var seven = new SevenJobs(deployment);
                seven.run(data);

                seven.heldTheCap(SevenJobs.CAP);
                assertThat(seven.jobs(it -> Jobs.history(it).contains("DELETING_OLD_ENDPOINT")))
                        .hasSize(2);
                System.out.println("creates refused by the quota: " + refused(deployment));
                assertThat(refused(deployment)).isZero();
                assertThat(foreign.status()).isEqualTo(EndpointStatus.IN_SERVICE);
                theQuotaIsUsedUp(deployment);
            }
        }
    }

    private static void theQuotaIsUsedUp(Deployment deployment) {
        var sagemaker = deployment.aws().sagemaker();
        var configuration = sagemaker
                .listEndpointConfigs(it -> it.nameContains("ty-local-"))
                .endpointConfigs()
                .getFirst()
                .endpointConfigName();
        assertThatThrownBy(() -> sagemaker.createEndpoint(
                        create -> create.endpointName("one-too-many").endpointConfigName(configuration)))
                .isInstanceOf(ResourceLimitExceededException.class)
                .hasMessageContaining("'ml.t2.medium for endpoint usage' is 5 Instances");
        assertThat(refused(deployment)).isEqualTo(1);
    }

    private static long refused(Deployment deployment) {
        return deployment.inside("faults").path("faults").path(0).path("fired").asLong();
    }
}
