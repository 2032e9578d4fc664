package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;

/** An account that went down leaves no process, and comes back with everything it held. */
class RestartTest {

    @Test
    void jobsAndEndpointsOutliveTheAccount() {
        try (var deployment = Deployment.start()) {
            var data = deployment.aws().upload("datasets/restart/train.csv", "a,b\n1,2\n");
            var jobId = deployment.jobs().submit(NoopJobs.named("restart", data));
            var before = deployment.jobs().awaitEvent(jobId, "job-completed");
            var endpoint = before.path("artifacts").path("endpoint").asText();

            assertThat(deployment.down()).as("processes that are left").isEmpty();
            deployment.upAgain();

            var after = deployment.jobs().record(jobId);
            for (var part : List.of("status", "history", "artifacts", "steps", "createdAt")) {
                assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
            }
            assertThat(Json.texts(deployment.jobs().get("/jobs").path("jobs"), "jobId"))
                    .containsExactly(jobId);
            Await.until(
                    "the endpoint is in service again",
                    () -> deployment
                            .aws()
                            .sagemaker()
                            .describeEndpoint(it -> it.endpointName(endpoint))
                            .endpointStatus()
                            .equals(EndpointStatus.IN_SERVICE));
            var answer = deployment.jobs().predict("restart", "text/csv", "1\n");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(deployment.down()).as("processes that are left").isEmpty();
        }
    }
}
