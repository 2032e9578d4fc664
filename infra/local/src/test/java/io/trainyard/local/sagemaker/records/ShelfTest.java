package io.trainyard.local.sagemaker.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    @TempDir
    Path folder;

    /** Whoever sees a job's last status must find it in the ledger too. */
    @Test
    void nobodySeesAChangeBeforeWhatBelongsToItIsDone() throws IOException, InterruptedException {
        var shelf = new Shelf(folder);
        shelf.add(Resource.of("job", Json.object().put("Status", "InProgress"), Map.of()));
        var seen = new AtomicReference<Optional<Resource>>();
        var reader = new Thread(() -> seen.set(shelf.find("job")));

        shelf.update("job", job -> job.with(it -> it.put("Status", "Completed")), changed -> {
            reader.start();
            while (reader.getState() != Thread.State.BLOCKED) {
                assertThat(reader.isAlive()).as("the reader waits").isTrue();
                Thread.onSpinWait();
            }
        });

        reader.join();
        assertThat(seen.get().orElseThrow().text("Status")).isEqualTo("Completed");
    }
}
