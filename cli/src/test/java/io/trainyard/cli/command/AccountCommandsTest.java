package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandsTest {

    @TempDir
    private Path home;

    @Test
    void printsShellLinesForOtherTools() throws IOException {
        try (FakeApi api = new FakeApi()) {
            CommandRun.pretendToRun(home, api);

            assertThat(run("env").out().lines())
                    .containsExactly(
                            "export AWS_ENDPOINT_URL='" + api.endpoint() + "'",
                            "export AWS_REGION='eu-west-1'",
                            "export AWS_DEFAULT_REGION='eu-west-1'",
                            "export AWS_ACCESS_KEY_ID='AKIATEST'",
                            "export AWS_SECRET_ACCESS_KEY='secret'",
                            "export TRAINYARD_BUS='ty-local'",
                            "# The AWS CLI 1 sends `aws sqs` to AWS itself, whatever AWS_ENDPOINT_URL says: add"
                                    + " --endpoint-url \"$AWS_ENDPOINT_URL\" to those calls.");
        }
    }

    @Test
    void showsTheAccountWithoutItsSecret() throws IOException {
        try (FakeApi api = new FakeApi()) {
            CommandRun.pretendToRun(home, api);

            assertThat(run("account").out())
                    .contains("123456789012", "ty-local-artifacts")
                    .doesNotContain("secret");
        }
    }

    @Test
    void countsWhatIsUnderWay() throws IOException {
        try (FakeApi api = new FakeApi()) {
            CommandRun.pretendToRun(home, api);
            api.on("GET /jobs?limit=100", 200, "{\"jobs\":[{\"status\":\"READY\"},{\"status\":\"TRAINING_MODEL\"}]}")
                    .on("GET /endpoints", 200, "{\"endpoints\":[{\"jobId\":\"j-1\"}]}");

            var status = Json.read(run("status", "--output", "json").out());

            assertThat(status.path("openJobs").asInt()).isEqualTo(1);
            assertThat(status.path("endpoints").asInt()).isEqualTo(1);
        }
    }

    @Test
    void upLeavesAnAccountThatRunsAlone() throws IOException {
        try (FakeApi api = new FakeApi()) {
            CommandRun.pretendToRun(home, api);

            assertThat(run("up").out()).contains("already up at " + api.endpoint());
        }
    }

    @Test
    void everyCommandSaysHowToStartAnAccountThatIsNotRunning() {
        for (String command : List.of("jobs", "env", "account", "endpoints")) {
            CommandRun run = run(command);

            assertThat(run.status()).as(command).isEqualTo(3);
            assertThat(run.err()).contains("./trainyard up").contains(home.toString());
        }
        assertThat(run("status").status()).isEqualTo(3);
        assertThat(run("down").status()).isZero();
    }

    @Test
    void upSaysThatTheAccountIsNotBuilt() {
        CommandRun run = run("up");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("is not built").contains("./trainyard build");
    }

    @Test
    void listsLogsAndShowsTheEndOfOne() throws IOException {
        Files.createDirectories(home.resolve("logs/functions"));
        Files.writeString(home.resolve("logs/functions/training.log"), "one\ntwo\nthree\n");

        assertThat(run("logs").out()).contains("functions/training.log");
        assertThat(run("logs", "training", "--lines", "2").out())
                .contains("two\nthree")
                .doesNotContain("one\n");
        assertThat(run("logs", "nothing").err()).contains("'nothing'");
    }

    @Test
    void leavesFiguresForCloudWatchOutOfALogUnlessTheyAreAskedFor() throws IOException {
        Files.createDirectories(home.resolve("logs"));
        String figure = "{\"HopTime\":12.0,\"_aws\":{\"CloudWatchMetrics\":[]}}";
        Files.writeString(home.resolve("logs/training.log"), "one\n{\"message\":\"two\"}\n" + figure + "\n");

        assertThat(run("logs", "training", "--lines", "1").out())
                .contains("two")
                .doesNotContain("HopTime", "one");
        assertThat(run("logs", "training", "--lines", "1", "--measures").out()).contains("HopTime");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
