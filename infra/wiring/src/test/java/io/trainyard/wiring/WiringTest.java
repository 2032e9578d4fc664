package io.trainyard.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() {
        var training = files().with("training", ServiceFiles.TRAINING)
                .load()
                .services()
                .getFirst();

        assertThat(training.name()).isEqualTo("training");
        assertThat(training.hears()).extracting(Rule::bus).containsExactly(Bus.OWN, Bus.OWN, Bus.DEFAULT);
        assertThat(training.hears().get(2).pattern().has("bus")).isFalse();
        assertThat(training.says()).containsExactly("training-started", "training-completed");
        assertThat(training.state())
                .containsExactly(
                        new Table("claims", List.of()),
                        new Table(
                                "listing",
                                List.of(new TableIndex(
                                        "byTime", "day", Optional.of("createdAt"), Optional.of(List.of("name"))))));
        assertThat(training.timers()).isTrue();
        assertThat(training.may()).containsExactly("sagemaker:CreateTrainingJob", "iam:PassRole");
        assertThat(training.queue()).contains(new QueueSettings(180, 5, 2, 0));
        assertThat(training.function()).isEqualTo(new FunctionSettings(256, 30));
    }

    @Test
    void readsAnHttpServiceThatReadsAnothersTable() {
        var jobs = files().with("training", ServiceFiles.TRAINING)
                .with("jobs", ServiceFiles.JOBS)
                .load()
                .service("jobs")
                .orElseThrow();

        assertThat(jobs.reads()).containsExactly(new TableReference("training", "claims"));
        assertThat(jobs.routes()).extracting(HttpRoute::key).containsExactly("POST /jobs", "GET /jobs/{id}");
        assertThat(jobs.routes())
                .extracting(HttpRoute::roles)
                .containsExactly(List.of("submit"), List.of("submit", "operate"));
        assertThat(jobs.queue()).isEmpty();
    }

    @Test
    void findsTheServiceOfEveryStepKind() {
        var wiring = files().with("training", ServiceFiles.TRAINING)
                .with("intake", ServiceFiles.INTAKE)
                .load();

        assertThat(wiring.serviceOfKind()).containsExactly(java.util.Map.entry("training", "training"));
    }

    @Test
    void passesOverFoldersWithoutADescription() throws IOException {
        Files.createDirectories(folder.resolve("support"));

        assertThat(files().with("intake", ServiceFiles.INTAKE).load().services())
                .extracting(ServiceDescription::name)
                .containsExactly("intake");
    }

    private ServiceFiles files() {
        return new ServiceFiles(folder);
    }
}
