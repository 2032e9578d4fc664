package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.TrainyardCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ResetCommandTest {

    @TempDir
    private Path home;

    @Test
    void deletesNothingUntilAPersonHasSaidYes() throws IOException {
        state();

        assertThat(answering("no")).isEqualTo(4);
        assertThat(answering("")).isEqualTo(4);
        assertThat(home.resolve("s3/bucket/key")).hasContent("object");
        assertThat(answering("yes")).isZero();
        assertThat(home).doesNotExist();
    }

    @Test
    void asksForTheOptionWhereNobodyCanAnswer() throws IOException {
        state();
        CommandRun run = CommandRun.of(home, List.of("reset"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("this deletes " + home).contains("--yes");
        assertThat(home.resolve("s3/bucket/key")).exists();
    }

    @Test
    void deletesAtOnceWhenToldSo() throws IOException {
        state();

        assertThat(CommandRun.of(home, List.of("reset", "--yes")).out()).contains("deleted " + home);
        assertThat(home).doesNotExist();
    }

    @Test
    void sparesAFolderThatIsNoAccounts() throws IOException {
        Files.writeString(home.resolve("thesis.txt"), "mine");
        CommandRun run = CommandRun.of(home, List.of("reset", "--yes"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("holds no account");
        assertThat(home.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void findsNothingToDeleteWhereThereIsNoAccount() {
        assertThat(CommandRun.of(home, List.of("reset", "--yes")).status()).isZero();
        assertThat(home).exists();
    }

    private void state() throws IOException {
        Files.writeString(home.resolve("version"), "2");
        Files.createDirectories(home.resolve("s3/bucket"));
        Files.writeString(home.resolve("s3/bucket/key"), "object");
    }

    private int answering(String answer) {
        var trainyard = new TrainyardCommand(CommandRun.surroundings(
                home, Map.of("TRAINYARD_TERMINAL", "1"), new StringWriter(), new StringWriter()));
        return new CommandLine(trainyard)
                .addSubcommand(new ResetCommand(trainyard, new BufferedReader(new StringReader(answer + "\n"))))
                .execute("reset");
    }
}
