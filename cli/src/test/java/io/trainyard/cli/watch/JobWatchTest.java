package io.trainyard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

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
            "{\"id\":\"a\",\"name\":\"training-started\",\"step\":\"train\",\"attempt\":1}";
    private static final String COMPLETED =
            "{\"id\":\"b\",\"name\":\"training-completed\",\"step\":\"train\",\"attempt\":1}";
    private static final String ENDED = "{\"id\":\"c\",\"name\":\"job-completed\"}";

    private final FakeApi api = new FakeApi();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void saysEachEventAndEachReasonForWaitingOnce() {
        api.on("GET /jobs/j-1", 200, "{\"jobId\":\"j-1\",\"status\":\"PENDING\"}")
                .on(
                        "GET /jobs/j-1",
                        200,
                        "{\"jobId\":\"j-1\",\"status\":\"TRAINING_MODEL\",\"waiting\":[{\"reason\":\"no slot\"}]}")
                .on(
                        "GET /jobs/j-1",
                        200,
                        "{\"jobId\":\"j-1\",\"status\":\"TRAINING_MODEL\",\"waiting\":[{\"reason\":\"no slot\"}]}")
                .on("GET /jobs/j-1", 200, "{\"jobId\":\"j-1\",\"status\":\"READY\"}")
                .on("GET /jobs/j-1/events", 404, "{\"message\":\"unknown\"}")
                .on("GET /jobs/j-1/events", 200, "{\"events\":[" + STARTED + "]}")
                .on("GET /jobs/j-1/events", 200, "{\"events\":[" + STARTED + "," + COMPLETED + "," + ENDED + "]}");

        JobView end = watch().follow("j-1");

        assertThat(end.status()).isEqualTo("READY");
        assertThat(err.toString())
                .containsOnlyOnce("training-started")
                .containsOnlyOnce("no slot")
                .containsSubsequence("training-started", "epoch=60", "training-completed", "job-completed");
    }

    @Test
    void aRecordThatIsOverIsReadUntilItsTerminalEventIsHeard() {
        api.on("GET /jobs/j-1", 200, "{\"jobId\":\"j-1\",\"status\":\"READY\"}")
                .on("GET /jobs/j-1/events", 200, "{\"events\":[]}")
                .on("GET /jobs/j-1/events", 200, "{\"events\":[" + ENDED + "]}");

        watch().follow("j-1");

        assertThat(err.toString()).contains("job-completed");
    }

    private JobWatch watch() {
        var surroundings = CommandRun.surroundings(Path.of("."), Map.of(), new StringWriter(), err);
        TrainingLogs logs = jobId -> Optional.of("epoch=60 train:loss=0.1");
        return new JobWatch(
                new Jobs(new Api(api.endpoint())), new Printer(surroundings, false, true), surroundings, logs);
    }
}
