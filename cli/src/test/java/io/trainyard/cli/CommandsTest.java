package io.trainyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    private Path home;

    @Test
    void theHelpNamesEveryCommandAndWhatExitStatusesMean() {
        assertThat(run("--help").out())
                .contains("demo", "up", "down", "status", "submit", "jobs", "events", "cancel", "endpoints")
                .contains("predict", "logs", "env", "account", "verify", "bench", "completion")
                .contains("3     no account is running");
    }

    @Test
    void theHelpNamesWhatTheLauncherDoesItself() throws IOException {
        String help = run("--help").out();

        assertThat(Files.readString(Path.of("../trainyard")).lines())
                .as("labels of the launcher's case, such as '  sbom | audit)'")
                .filteredOn(line -> line.matches("  [a-z| ]+\\).*"))
                .flatMap(line -> List.of(line.replaceFirst("\\).*", "").strip().split(" \\| ")))
                .hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(help).containsPattern("(?m)^  " + command + " "));
    }

    @Test
    void aWordThatIsNoCommandIsBadInputAndTheNearestIsNamed() {
        CommandRun run = run("job1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("job1").contains("jobs");
    }

    @Test
    void aNumberThatIsNoneNamesItsOption() {
        assertThat(run("jobs", "--limit", "many").err()).contains("--limit").contains("many");
    }

    @Test
    void aPathThatCannotBeNamesItsOption() {
        CommandRun run = run("jobs", "--home", "a\0b");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--home").contains("to Path (java.nio.file.InvalidPathException");
    }

    @Test
    void everyCommandHasHelpOfItsOwn() {
        assertThat(run("submit", "--help").out()).contains("--watch").contains("--output");
    }

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        assertThat(run("--version").out()).startsWith("trainyard 0.").doesNotContain("${");
    }

    @Test
    void completionIsAScriptForTheShell() {
        assertThat(run("completion").out())
                .contains("complete -F _complete_trainyard")
                .contains("endpoints");
    }

    @Test
    void nothingAnsweringIsUnreachable() {
        CommandRun run = run("jobs", "--endpoint", "http://127.0.0.1:1");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("nothing answers at http://127.0.0.1:1");
    }

    @Test
    void commandsOfTheLauncherSayWhereTheyBelong() {
        assertThat(run("verify").err()).contains("./trainyard");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
