package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;

/** The cap on endpoints, seven jobs at once (A16, AD2, AD3, AD4, AD7). */
@ExtendWith(SharedDeployment.class)
class EndpointCapTest {

    private static final int CAP = 5;
    private static final int SURGE = 1;
    private static final String FOREIGN = "someone-elses";

    private final Jobs jobs;
    private final Aws aws;
    private final List<Integer> all = new CopyOnWriteArrayList<>();
    private final List<Integer> ready = new CopyOnWriteArrayList<>();

    EndpointCapTest(Deployment deployment) {
        this.jobs = deployment.jobs();
        this.aws = deployment.aws();
    }

    @BeforeEach
    @AfterEach
    void noEndpointOfOursIsThere() {
        jobs.clear();
    }

    @AfterEach
    void takeTheForeignEndpointDown() {
        aws.sagemaker().deleteEndpoint(delete -> delete.endpointName(FOREIGN));
        aws.sagemaker().deleteEndpointConfig(delete -> delete.endpointConfigName(FOREIGN));
        aws.sagemaker().deleteModel(delete -> delete.modelName(FOREIGN));
    }

    @Test
    void holdsForSevenJobsAtOnceAndSparesWhatIsNotOurs() throws InterruptedException {
        var data = aws.upload("datasets/cap/train.csv", "a,b\n1,2\n");
        deployForeign(data);
        var sampler = Executors.newSingleThreadScheduledExecutor();
        List<JsonNode> records;
        try {
            var sampling = sampler.scheduleWithFixedDelay(this::sample, 0, 100, TimeUnit.MILLISECONDS);
            var ids = IntStream.rangeClosed(1, CAP + 2)
                    .parallel()
                    .mapToObj(n -> jobs.submit(NoopJobs.named("cap-" + n, data)))
                    .toList();
            records = Await.until(
                    "five jobs serve and two have made way",
                    () -> ids.stream().map(jobs::record).toList(),
                    now -> count(now, "READY") == CAP && count(now, "ENDPOINT_DELETED") == 2);
            sampling.cancel(false);
        } finally {
            sampler.shutdown();
            assertThat(sampler.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        System.out.printf("samples: %d, most READY %d, most in all %d%n", all.size(), most(ready), most(all));
        assertThat(ready).allMatch(count -> count <= CAP).contains(CAP);
        assertThat(all).allMatch(count -> count <= CAP + SURGE);
        assertThat(records)
                .filteredOn(it -> Jobs.history(it).contains("DELETING_OLD_ENDPOINT"))
                .hasSize(2);
        records.forEach(this::hasWhatItsStatusSays);
        var foreign = aws.sagemaker().describeEndpoint(it -> it.endpointName(FOREIGN));
        assertThat(foreign.endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
    }

    private void hasWhatItsStatusSays(JsonNode record) {
        var jobId = record.path("jobId").asText();
        var left = record.path("status").asText().equals("READY") ? 1 : 0;
        var sagemaker = aws.sagemaker();
        assertThat(sagemaker.listEndpoints(it -> it.nameContains(jobId)).endpoints())
                .hasSize(left);
        assertThat(sagemaker.listEndpointConfigs(it -> it.nameContains(jobId)).endpointConfigs())
                .hasSize(left);
        assertThat(sagemaker.listModels(it -> it.nameContains(jobId)).models()).hasSize(left);
    }

    private void sample() {
        all.add((int) aws.sagemaker().listEndpoints(list -> list.maxResults(100)).endpoints().stream()
                .map(EndpointSummary::endpointName)
                .filter(name -> name.startsWith("ty-local-"))
                .count());
        ready.add(jobs.ready().size());
    }

    private void deployForeign(String data) {
        var trained = jobs.await(jobs.submit(NoopJobs.named("cap-artifact", data)), "READY");
        var artifact = trained.path("artifacts").path("modelOutput").asText();
        // The list of endpoints may be two seconds old.
        Await.until(
                "the endpoint is listed",
                () -> jobs.ready().contains(trained.path("jobId").asText()));
        jobs.clear();
        aws.sagemaker()
                .createModel(create -> create.modelName(FOREIGN)
                        .executionRoleArn("arn:aws:iam::123456789012:role/ty-local-sagemaker")
                        .primaryContainer(
                                container -> container.image("trainyard/noop").modelDataUrl(artifact)));
        aws.sagemaker()
                .createEndpointConfig(create -> create.endpointConfigName(FOREIGN)
                        .productionVariants(variant -> variant.variantName("all")
                                .modelName(FOREIGN)
                                .initialInstanceCount(1)
                                .instanceType(ProductionVariantInstanceType.ML_M5_LARGE)));
        aws.sagemaker().createEndpoint(create -> create.endpointName(FOREIGN).endpointConfigName(FOREIGN));
        Await.until(
                "the foreign endpoint serves",
                () -> aws.sagemaker()
                        .describeEndpoint(it -> it.endpointName(FOREIGN))
                        .endpointStatus()
                        .equals(EndpointStatus.IN_SERVICE));
    }

    private static long count(List<JsonNode> records, String status) {
        return records.stream()
                .filter(it -> it.path("status").asText().equals(status))
                .count();
    }

    private static int most(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
