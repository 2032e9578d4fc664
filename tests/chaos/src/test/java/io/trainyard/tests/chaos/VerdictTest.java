package io.trainyard.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.Resources;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final String FIRST = "ty-local-j1-train-1-1";
    private static final String SECOND = "ty-local-j1-train-1-2";
    private static final String ENDPOINT = "ty-local-j1-endpoint-1-1";

    private final ObjectNode ledger = Json.object();
    private final ArrayNode entries = ledger.putArray("entries");
    private int seconds;

    @Test
    void aJobThatWasTrainedOnceAndServesIsClean() {
        trained(FIRST);
        call("CreateEndpointConfig", ENDPOINT);
        happened("endpoint", "created", ENDPOINT);
        happened("endpoint", "InService", ENDPOINT);

        assertThat(judged(Fate.ENDPOINT, "READY").line()).isEqualTo("lost 0, doubled 0, stuck 0, orphaned 0");
    }

    @Test
    void aJobThatSaysItIsDoneAndWasNeverTrainedIsLost() {
        assertThat(judged(Fate.MODEL, "COMPLETED").cases())
                .singleElement()
                .asString()
                .contains("lost: job j1", "SageMaker saw no finished training");
    }

    @Test
    void aStepThatWasDoneTwiceIsDoubled() {
        trained(FIRST);
        trained(SECOND);

        assertThat(judged(Fate.MODEL, "COMPLETED").doubled())
                .singleElement()
                .asString()
                .contains("step train was done 2 times");
    }

    @Test
    void anAttemptThatBeginsBeforeTheLastHasEndedIsDoubled() {
        happened("training-job", "created", FIRST);
        happened("training-job", "created", SECOND);
        happened("training-job", "Failed", FIRST);
        happened("training-job", "Completed", SECOND);

        assertThat(judged(Fate.MODEL, "COMPLETED").doubled())
                .singleElement()
                .asString()
                .contains(SECOND + " was begun before " + FIRST + " had ended");
    }

    @Test
    void aContainerStartedAgainIsDoubledUnlessTheAccountWasKilledOrItsInstanceReclaimed() {
        happened("training-job", "created", FIRST);
        happened("training-job", "launched", FIRST);
        happened("training-job", "launched", FIRST);
        happened("training-job", "Completed", FIRST);

        assertThat(judged(Fate.MODEL, "COMPLETED").doubled()).hasSize(1);
        assertThat(judged(Fate.MODEL, "COMPLETED", at(1)).doubled()).isEmpty();
        happened("training-job", "Interrupted", FIRST);
        assertThat(judged(Fate.MODEL, "COMPLETED").doubled()).isEmpty();
    }

    @Test
    void aJobWithoutAnEndIsStuck() {
        assertThat(judged(Fate.MODEL, "TRAINING_MODEL").stuck()).hasSize(1);
    }

    @Test
    void whatOutlivesItsJobIsOrphaned() {
        happened("training-job", "created", FIRST);
        call("CreateEndpointConfig", ENDPOINT);
        happened("endpoint", "created", ENDPOINT);

        assertThat(judged(Fate.CANCELLED, "CANCELLED").orphaned())
                .anySatisfy(each -> assertThat(each).contains("training job " + FIRST + " has not ended"))
                .anySatisfy(each -> assertThat(each).contains("endpoint " + ENDPOINT + " is there"))
                .anySatisfy(each -> assertThat(each).contains("endpoint configuration " + ENDPOINT));
        happened("training-job", "Stopped", FIRST);
        call("DeleteEndpointConfig", ENDPOINT);
        happened("endpoint", "deleted", ENDPOINT);
        assertThat(judged(Fate.CANCELLED, "CANCELLED").isClean()).isTrue();
    }

    @Test
    void aJobThatEndsOtherwiseThanAskedIsLost() {
        trained(FIRST);
        assertThat(judged(Fate.FAILED, "COMPLETED").lost())
                .singleElement()
                .asString()
                .contains("ended as COMPLETED");
    }

    private Verdict judged(Fate fate, String status, Instant... kills) {
        var course = new Course(new PlannedJob(PlannedJob.API, "n", fate), "j1");
        course.see(new JobView(
                Json.object().put("jobId", "j1").put("status", status).put("run", 1)));
        return Verdict.of(List.of(course), new Resources(ledger), List.of(kills));
    }

    private void trained(String name) {
        for (String what : List.of("created", "launched", "Completed")) {
            happened("training-job", what, name);
        }
    }

    private void happened(String type, String what, String name) {
        entry(name).put("type", type).put("what", what);
    }

    private void call(String operation, String name) {
        entry(name).put("call", operation);
    }

    private ObjectNode entry(String name) {
        return entries.addObject().put("name", name).put("at", at(seconds++).toString());
    }

    private static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }
}
