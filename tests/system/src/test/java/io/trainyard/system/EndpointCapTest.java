package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;

/** The cap on endpoints, seven jobs at once (A16, AD2, AD3, AD4, AD7). */
@ExtendWith(SharedDeployment.class)
class EndpointCapTest {

    private static final int SURGE = 1;

    private final Deployment deployment;

    EndpointCapTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeEach
    @AfterEach
    void noEndpointOfOursIsThere() {
        deployment.jobs().clear();
    }

    @Test
    void holdsForSevenJobsAtOnceAndSparesWhatIsNotOurs() throws InterruptedException {
        var aws = deployment.aws();
        var data = aws.upload("datasets/cap/train.csv", "a,b\n1,2\n");
        var type = ProductionVariantInstanceType.ML_M5_LARGE;
        try (var foreign = ForeignEndpoint.deploy(aws, deployment.jobs(), data, type)) {
            var seven = new SevenJobs(deployment);
            seven.run(data);

            seven.heldTheCap(SevenJobs.CAP + SURGE);
            assertThat(seven.jobs(it -> Jobs.history(it).contains("DELETING_OLD_ENDPOINT")))
                    .hasSize(2);
            assertThat(foreign.status()).isEqualTo(EndpointStatus.IN_SERVICE);
        }
    }
}
