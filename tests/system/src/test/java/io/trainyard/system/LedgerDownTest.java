package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record is asked by nobody on the way: without it jobs go on, and it tells the story once it is back (architecture, rule 7). */
@ExtendWith(SharedDeployment.class)
class LedgerDownTest {

    private final Deployment deployment;

    LedgerDownTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @AfterEach
    void leaveNothing() {
        deployment.aws().feed("ledger", true);
        deployment.jobs().clear();
    }

    @Test
    void aJobReachesAServingEndpointWhileTheLedgerIsStopped() {
        String data = deployment.aws().upload("datasets/ledger/train.csv", "a,b\n1,2\n");
        deployment.aws().feed("ledger", false);

        String jobId = deployment.jobs().submit(NoopJobs.named("ledger-down", data));
        Await.until("the endpoint is READY", () -> deployment.jobs().ready().contains(jobId));
        deployment.jobs().predict(jobId, "text/csv", "1\n").then().statusCode(200);
        assertThat(deployment.jobs().status(jobId)).isEqualTo("PENDING");

        deployment.aws().feed("ledger", true);
        var record = deployment.jobs().await(jobId, "READY");
        assertThat(Jobs.history(record))
                .containsExactly(
                        "TRAINING_MODEL", "CREATING_MODEL", "CONFIGURING_ENDPOINT", "DEPLOYING_ENDPOINT", "READY");
        assertThat(Jobs.events(deployment.jobs().awaitEvent(jobId, "job-completed"), "job-completed"))
                .hasSize(1);
    }
}
