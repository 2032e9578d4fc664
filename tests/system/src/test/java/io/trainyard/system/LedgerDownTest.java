package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger is asked by none on the way: jobs go on without it, and it catches up. */
@ExtendWith(SharedDeployment.class)
class LedgerDownTest {

    private static final List<String> WHOLE =
            List.of("TRAINING_MODEL", "CREATING_MODEL", "CONFIGURING_ENDPOINT", "DEPLOYING_ENDPOINT", "READY");

    private final Deployment deployment;
    private final Jobs jobs;

    LedgerDownTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @AfterEach
    void theLedgerIsBack() {
        deployment.aws().feed("ledger", true);
        jobs.clear();
    }

    @Test
    void aJobServesWithoutTheLedgerAndIsRecordedOnceItIsBack() {
        var data = deployment.aws().upload("datasets/ledger/train.csv", "a,b\n1,2\n");
        deployment.aws().feed("ledger", false);

        var served = jobs.submit(NoopJobs.named("ledger-served", data));
        var failed = jobs.submit(NoopJobs.with(NoopJobs.named("ledger-failed", data), "fail-with", "asked to"));
        Await.until("the job's endpoint is ready", () -> jobs.ready().contains(served));
        var answer = jobs.predict(served, "text/csv", "1\n");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(jobs.status(served)).isNotEqualTo("READY");
        assertThat(deployment.notices(failed)).isEmpty();

        deployment.aws().feed("ledger", true);

        jobs.awaitEvent(served, "job-completed");
        // What it missed comes in any order: the end may be known before the middle.
        var record = Await.until(
                "the record is whole",
                () -> jobs.record(served),
                it -> Jobs.history(it).equals(WHOLE));
        assertThat(record.path("artifacts").has("endpointArn")).isTrue();
        jobs.awaitEvent(failed, "job-failed");
        Await.until("the notice comes", () -> deployment.notices(failed).size() == 1);
    }
}
