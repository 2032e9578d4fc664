package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every event to every service three times, the second while the job runs, the third after its end in an order of chance. */
@ExtendWith(SharedDeployment.class)
class TripleDeliveryTest {

    private static final long SEED = 20_261_121;

    private final Deployment deployment;
    private final Jobs jobs;

    TripleDeliveryTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @Test
    void hasOneEffect() {
        jobs.clear();
        var aws = deployment.aws();
        var data = aws.upload("datasets/triple/train.csv", "a,b\n1,2\n");
        var before = deployment.inside("sagemaker/calls");
        try (var tap = new Wiretap(aws)) {
            var served = jobs.submit(NoopJobs.named("triple-served", data));
            var failed = jobs.submit(NoopJobs.with(NoopJobs.named("triple-failed", data), "fail-with", "asked to"));
            jobs.awaitEvent(served, "job-completed");
            jobs.awaitEvent(failed, "job-failed");
            tap.awaitSilence();
            var heard = tap.count();
            tap.sayAllAgain(SEED);
            tap.awaitSilence();
            System.out.printf("%d messages, each three times%n", heard);

            assertThat(heard).isGreaterThan(20);
            oneOfEach(served);
            assertThat(aws.sagemaker()
                            .listTrainingJobs(list -> list.nameContains(failed))
                            .trainingJobSummaries())
                    .hasSize(1);
            assertThat(deployment.notices(served)).isEmpty();
            assertThat(deployment.notices(failed)).hasSize(1);
            assertThat(Jobs.events(jobs.record(served), "job-completed")).hasSize(1);
            assertThat(Jobs.events(jobs.record(failed), "job-failed")).hasSize(1);
        }
        var after = deployment.inside("sagemaker/calls");
        assertThat(created(after, "CreateTrainingJob") - created(before, "CreateTrainingJob"))
                .isEqualTo(2);
        assertThat(created(after, "CreateModel") - created(before, "CreateModel"))
                .isOne();
        assertThat(created(after, "CreateEndpoint") - created(before, "CreateEndpoint"))
                .isOne();
        jobs.clear();
    }

    private void oneOfEach(String jobId) {
        var sagemaker = deployment.aws().sagemaker();
        assertThat(sagemaker.listTrainingJobs(list -> list.nameContains(jobId)).trainingJobSummaries())
                .hasSize(1);
        assertThat(sagemaker.listModels(list -> list.nameContains(jobId)).models())
                .hasSize(1);
        assertThat(sagemaker.listEndpoints(list -> list.nameContains(jobId)).endpoints())
                .hasSize(1);
        assertThat(jobs.ready()).containsExactly(jobId);
    }

    /** Calls that made something: those that were refused made nothing. */
    private static long created(com.fasterxml.jackson.databind.JsonNode counts, String operation) {
        var refused = counts.path("refused").properties().stream()
                .filter(entry -> entry.getKey().startsWith(operation + ":"))
                .mapToLong(entry -> entry.getValue().asLong())
                .sum();
        return counts.path("calls").path(operation).asLong() - refused;
    }
}
