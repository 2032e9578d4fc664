package io.trainyard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.CommandRun;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.demo.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountProcessTest {

    private static final String ACCOUNT = "io/trainyard/local/Account.class";

    @TempDir
    private Path root;

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void buildAnAccount() throws IOException {
        Path target = Files.createDirectories(root.resolve("infra/local/target"));
        try (var jar = new JarOutputStream(
                        Files.newOutputStream(target.resolve("trainyard-local-0.1.0-SNAPSHOT.jar")));
                var type = io.trainyard.local.Account.class.getResourceAsStream("/" + ACCOUNT)) {
            jar.putNextEntry(new JarEntry(ACCOUNT));
            type.transferTo(jar);
        }
        home = new Home(Files.createDirectories(root.resolve("a home")));
    }

    @Test
    void upWaitsUntilItAnswersAndDownUntilItIsGone() {
        List<String> up = List.of("up", "--port", "0");
        CommandRun first = CommandRun.of(home.folder(), environment(), up);
        CommandRun second = CommandRun.of(home.folder(), environment(), up);
        ProcessHandle process = RunningAccount.in(home).orElseThrow().process();
        CommandRun down = CommandRun.of(home.folder(), environment(), List.of("down"));

        assertThat(first.out()).startsWith("up at http://127.0.0.1:");
        assertThat(second.out()).startsWith("already up");
        assertThat(down.out()).startsWith("down");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void showsTheEndOfTheLogOfAnAccountThatEnds() throws IOException {
        Files.writeString(home.folder().resolve("broken"), "");

        assertThatThrownBy(() -> lasting().start(0, List.of()))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ExitCode.UNREACHABLE))
                .hasMessageContaining("ended while it started")
                .hasMessageContaining("the store is broken")
                .hasMessageContaining("account.log");
    }

    @Test
    void aStageOfItsOwnLeavesNeitherProcessNorFolder() {
        ProcessHandle process;
        Path folder;
        try (Stage stage = Stage.in(home, surroundings())) {
            process = stage.account().process();
            folder = stage.home().folder();
            assertThat(stage.isTemporary()).isTrue();
            assertThat(folder).isDirectory();
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aStageInARunningAccountLeavesItRunning() {
        RunningAccount running = lasting().start(0, List.of());
        try (Stage stage = Stage.in(home, surroundings())) {
            assertThat(stage.isTemporary()).isFalse();
        }
        assertThat(running.process().isAlive()).isTrue();
        Shutdown.of(running.process());
        assertThat(running.process().isAlive()).isFalse();
    }

    private Map<String, String> environment() {
        return Map.of("TRAINYARD_ROOT", root.toString());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                environment(),
                false,
                root,
                Clock.systemUTC(),
                duration -> Thread.onSpinWait());
    }

    private AccountProcess lasting() {
        return AccountProcess.lasting(
                surroundings(), home, surroundings().root().resolve("services"));
    }
}
