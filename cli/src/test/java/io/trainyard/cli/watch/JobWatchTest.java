package io.trainyard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Printer;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobWatchTest {

    private static final String STARTED =
            "{\"id\":\"a\",\"at\":\"2026-03-01T10:00:01Z\",\"name\":\"training-started\",\"step\":\"train\",\"attempt\":1}";
    private static final String COMPLETED =
            "{\"id\":\"b\",\"at\":\"2026-03-01T10:00:05Z\",\"name\":\"training-completed\",\"step\":\"train\",\"attempt\":1}";
    private static final String ENDED = "{\"id\":\"c\",\"at\":\"2026-03-01T10:00:09Z\",\"name\":\"job-completed\"}";

    private final FakeApi api = new FakeApi();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void saysEachEventAndEachReasonForWaitingOnce() {
        String waiting = "\"waiting\":[{\"step\":\"train\",\"reason\":\"no slot\",\"nextTryAt\":\"soon\"}]";
        api.on("GET /jobs/j-1", 200, record("PENDING", ""))
                .on("GET /jobs/j-1", 200, record("TRAINING_MODEL", waiting + ",\"events\":[" + STARTED + "]"))
                .on("GET /jobs/j-1", 200, record("TRAINING_MODEL", waiting + ",\"events\":[" + STARTED + "]"))
                .on(
                        "GET /jobs/j-1",
                        200,
                        record("READY", "\"events\":[" + STARTED + "," + COMPLETED + "," + ENDED + "]"));

        JobView end = watch().follow("j-1");

        assertThat(end.status()).isEqualTo("READY");
        assertThat(err.toString())
                .containsOnlyOnce("training-started")
                .containsOnlyOnce("no slot")
                .containsSubsequence(
                        "1.0 s  training-started", "train #1", "epoch=60", "training-completed", "job-completed");
    }

    @Test
    void saysWhichInstanceAnAttemptDidNotGet() {
        String error = "{\"id\":\"a\",\"name\":\"capacity-error\",\"step\":\"train\",\"attempt\":1}";
        String step =
                "{\"step\":\"train\",\"tries\":[{\"attempt\":1,\"instanceType\":\"ml.c5.large\",\"type\":\"quota\"}]}";
        api.on("GET /jobs/j-1", 200, record("READY", "\"events\":[" + error + "],\"steps\":[" + step + "]"));

        watch().follow("j-1");

        assertThat(err.toString()).containsSubsequence("capacity-error", "train #1", "ml.c5.large: no quota");
    }

    @Test
    void asksAgainWhereTheApiIsBusyForAMoment() {
        api.on("GET /jobs/j-1", 503, "{\"message\":\"Service Unavailable\"}")
                .on("GET /jobs/j-1", 200, record("READY", ""));

        assertThat(watch().follow("j-1").status()).isEqualTo("READY");
    }

    @Test
    void givesUpOnAnApiThatStaysAway() {
        api.on("GET /jobs/j-1", 503, "{\"message\":\"Service Unavailable\"}");

        assertThatThrownBy(() -> watch().follow("j-1")).hasMessageContaining("Service Unavailable");
    }

    @Test
    void saysAStatusAfterTheEventThatLedToIt() {
        String history = "\"history\":[{\"status\":\"TRAINING_MODEL\",\"at\":\"2026-03-01T10:00:01Z\"}]";
        api.on("GET /jobs/j-1", 200, record("READY", history + ",\"events\":[" + STARTED + "]"));

        watch().follow("j-1");

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        event -> assertThat(event).contains("training-started"),
                        status -> assertThat(status).contains("1.0 s  TRAINING_MODEL"));
    }

    private static String record(String status, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return "{\"jobId\":\"j-1\",\"createdAt\":\"2026-03-01T10:00:00Z\",\"status\":\"" + status + "\"" + comma + more
                + "}";
    }

    private JobWatch watch() {
        var surroundings = CommandRun.surroundings(Path.of("."), Map.of(), new StringWriter(), err);
        TrainingLogs logs = jobId -> Optional.of("epoch=60 train:loss=0.1");
        return new JobWatch(
                new Jobs(new Api(api.endpoint())), new Printer(surroundings, false, true), surroundings, logs);
    }
}
