package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;

/** Two jobs more than there may be endpoints, all asked for at once, while SageMaker's list is sampled. */
final class SevenJobs {

    static final int CAP = 5;

    private final Jobs jobs;
    private final Aws aws;
    private final List<Integer> all = new CopyOnWriteArrayList<>();
    private final List<Integer> ready = new CopyOnWriteArrayList<>();
    private List<JsonNode> records = List.of();

    SevenJobs(Deployment deployment) {
        this.jobs = deployment.jobs();
        this.aws = deployment.aws();
    }

    /** Waits until five of them serve and two have made way. */
    void run(String data) throws InterruptedException {
        var sampler = Executors.newSingleThreadScheduledExecutor();
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
            // The list of endpoints may be two seconds old.
            Await.until("five are listed as ready", () -> List.copyOf(ready), seen -> seen.contains(CAP));
            // A sample that failed would have ended the sampling without a word.
            assertThat(sampling.isDone()).isFalse();
            sampling.cancel(false);
        } finally {
            sampler.shutdown();
            assertThat(sampler.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        System.out.printf("samples: %d, most READY %d, most in all %d%n", all.size(), most(ready), most(all));
    }

    /** @param most endpoints of ours that may exist at any time, whatever their state */
    void heldTheCap(int most) {
        assertThat(ready).allMatch(count -> count <= CAP).contains(CAP);
        assertThat(all).allMatch(count -> count <= most);
        records.forEach(this::hasWhatItsStatusSays);
    }

    /** The jobs of which this holds. */
    List<JsonNode> jobs(Predicate<JsonNode> which) {
        return records.stream().filter(which).toList();
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

    private static long count(List<JsonNode> records, String status) {
        return records.stream()
                .filter(it -> it.path("status").asText().equals(status))
                .count();
    }

    private static int most(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
