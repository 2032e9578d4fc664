package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** Seven jobs and five places: the cap holds at every moment, and nobody else's endpoint is looked at (A16, AD2, AD3, AD4, AD7). */
@ExtendWith(SharedDeployment.class)
class EndpointCapTest {

    private static final int CAP = 5;
    private static final int JOBS = 7;
    private static final String FOREIGN = "somebody-elses";

    private final Deployment deployment;

    EndpointCapTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @AfterEach
    void leaveNothing() {
        deployment.jobs().clear();
        deployment.aws().sagemaker().deleteEndpoint(request -> request.endpointName(FOREIGN));
    }

    @Test
    void sevenJobsAtOnceNeverHaveMoreThanFiveReadyAndSixInAll() {
        String data = deployment.aws().upload("datasets/cap/train.csv", "a,b\n1,2\n");
        deployment.jobs().clear();
        var samples = new ConcurrentLinkedQueue<int[]>();
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleWithFixedDelay(() -> samples.add(sample()), 0, 50, TimeUnit.MILLISECONDS);
            List<String> jobs = IntStream.rangeClosed(1, JOBS)
                    .mapToObj(number -> deployment.jobs().submit(NoopJobs.named("cap-" + number, data)))
                    .toList();
            createForeign(jobs.getFirst());
            Await.until(
                    "five jobs are READY and two ENDPOINT_DELETED",
                    () -> statuses(jobs),
                    seen -> count(seen, "READY") == CAP && count(seen, "ENDPOINT_DELETED") == JOBS - CAP);
            sampler.shutdownNow();
            assertNothingIsLeftOfTheRetired(jobs);
        }
        assertThat(samples).isNotEmpty().allSatisfy(seen -> {
            assertThat(seen[0]).as("READY endpoints").isLessThanOrEqualTo(CAP);
            assertThat(seen[1]).as("endpoints of ours in all").isLessThanOrEqualTo(CAP + 1);
        });
        assertThat(samples).anySatisfy(seen -> assertThat(seen[0]).isEqualTo(CAP));
    }

    /** READY ones by our own table, all by SageMaker's. */
    private int[] sample() {
        int ready = deployment.jobs().ready().size();
        return new int[] {ready, (int) ours().stream().count()};
    }

    private List<EndpointSummary> ours() {
        return deployment
                .aws()
                .sagemaker()
                .listEndpoints(request -> request.nameContains("ty-local").maxResults(100))
                .endpoints();
    }

    private List<String> statuses(List<String> jobs) {
        return jobs.stream().map(deployment.jobs()::status).toList();
    }

    private static long count(List<String> statuses, String status) {
        return statuses.stream().filter(status::equals).count();
    }

    /** An endpoint that another team made by hand in the same account, older than most of ours. */
    private void createForeign(String jobId) {
        JsonNode record = deployment.jobs().awaitEvent(jobId, "model-registered");
        String arn = record.at("/artifacts/modelArn").asText();
        String model = arn.substring(arn.indexOf('/') + 1);
        var sagemaker = deployment.aws().sagemaker();
        var described = sagemaker.describeModel(request -> request.modelName(model));
        sagemaker.createModel(request -> request.modelName(FOREIGN)
                .executionRoleArn(described.executionRoleArn())
                .primaryContainer(described.primaryContainer()));
        sagemaker.createEndpointConfig(request -> request.endpointConfigName(FOREIGN)
                .productionVariants(ProductionVariant.builder()
                        .variantName("main")
                        .modelName(FOREIGN)
                        .instanceType("ml.m5.large")
                        .initialInstanceCount(1)
                        .build()));
        sagemaker.createEndpoint(request -> request.endpointName(FOREIGN).endpointConfigName(FOREIGN));
    }

    private void assertNothingIsLeftOfTheRetired(List<String> jobs) {
        List<String> retired = jobs.stream()
                .filter(job -> deployment.jobs().status(job).equals("ENDPOINT_DELETED"))
                .toList();
        var sagemaker = deployment.aws().sagemaker();
        assertThat(retired).hasSize(JOBS - CAP).allSatisfy(job -> {
            assertThat(sagemaker
                            .listEndpoints(request -> request.nameContains(job))
                            .endpoints())
                    .isEmpty();
            assertThat(sagemaker
                            .listEndpointConfigs(request -> request.nameContains(job))
                            .endpointConfigs())
                    .isEmpty();
            assertThat(sagemaker
                            .listModels(request -> request.nameContains(job))
                            .models())
                    .isEmpty();
        });
        String foreign = sagemaker
                .describeEndpoint(request -> request.endpointName(FOREIGN))
                .endpointStatusAsString();
        assertThat(foreign).isEqualTo("InService");
        assertThat(ours()).hasSize(CAP);
    }
}
