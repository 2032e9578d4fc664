package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {

    @TempDir
    private Path home;

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void pretendToRun() throws IOException {
        CommandRun.pretendToRun(home, api);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void sendsRowsFromTheCommandLineOrFromAFile() throws IOException {
        api.on("POST /models/penguins/predictions", 200, "{\"predictions\":[{\"label\":\"Adelie\"}]}");
        Files.writeString(home.resolve("rows.csv"), "1,2\n");

        assertThat(run("predict", "penguins", "1,2").out()).contains("Adelie");
        assertThat(run("predict", "penguins", "--file", "rows.csv").out()).contains("Adelie");
        assertThat(api.requests()).containsOnly("POST /models/penguins/predictions 1,2");
    }

    @Test
    void wantsTheRowsExactlyOnce() {
        assertThat(run("predict", "penguins").status()).isEqualTo(2);
        assertThat(run("predict", "penguins", "1,2", "--file", "rows.csv").err())
                .contains("either as an argument or with --file");
    }

    @Test
    void namesAFileThatIsNotThere() {
        CommandRun run = run("predict", "penguins", "--file", "none.csv");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--file").contains("none.csv");
    }

    @Test
    void passesOnWhatTheModelRefuses() {
        api.on("POST /models/penguins/predictions", 400, "{\"message\":\"row 1 has 1 features, 5 expected\"}");

        CommandRun run = run("predict", "penguins", "1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("row 1 has 1 features, 5 expected");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
