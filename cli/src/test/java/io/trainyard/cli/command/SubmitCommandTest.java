package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.FakeApi;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitCommandTest {

    private static final String REFUSED = """
            {"message":"the request was refused","violations":[
              {"path":"/training/hyperparameters/epochs","rule":"between 1 and 1000","hint":"write 60"},
              {"path":"/name","rule":"letters, digits and hyphens","hint":"write penguins"}]}""";

    @TempDir
    private Path home;

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void pretendToRun() throws IOException {
        CommandRun.pretendToRun(home, api);
        job("{\"name\":\"penguins\",\"training\":{\"channels\":{\"train\":\"s3://b/train.csv\"}}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void printsTheJobsId() {
        api.on("POST /jobs", 202, "{\"jobId\":\"j-1\",\"status\":\"PENDING\"}");

        CommandRun run = run("submit", "job.json");

        assertThat(run.out()).isEqualToIgnoringNewLines("j-1");
        assertThat(run.status()).isZero();
    }

    @Test
    void asksAgainWhileTheFunctionsAreStarting() {
        api.on("POST /jobs", 503, "{\"message\":\"Service Unavailable\"}")
                .on("POST /jobs", 202, "{\"jobId\":\"j-1\",\"status\":\"PENDING\"}");

        CommandRun run = run("submit", "job.json");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("j-1");
        assertThat(api.requests()).as("twice the same request, under one key").hasSize(2);
        assertThat(api.requests().getFirst())
                .contains("idempotencyKey")
                .isEqualTo(api.requests().getLast());
    }

    @Test
    void tellsWhoHasUsedUpAQuotaWhenToTryAgain() {
        String message =
                "your quota of jobs is 3 an hour, and you asked for 3 within the last hour; next try in 3 min 06 s,"
                        + " at 2026-01-01T12:03:06Z";
        api.on("POST /jobs", 429, "{\"message\":\"%s\",\"nextTryAt\":\"2026-01-01T12:03:06Z\"}".formatted(message));

        CommandRun run = run("submit", "job.json");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.status());
        assertThat(run.err()).isEqualToIgnoringNewLines("error: " + message);
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void followsTheJobAndTellsItsEndByTheExitStatus() {
        api.on("POST /jobs", 202, "{\"jobId\":\"j-1\"}")
                .on("GET /jobs/j-1", 200, "{\"jobId\":\"j-1\",\"status\":\"PENDING\"}")
                .on(
                        "GET /jobs/j-1",
                        200,
                        "{\"jobId\":\"j-1\",\"status\":\"ERROR\",\"errorCause\":\"row 7 holds text\",\"nextAction\":\"mend it\"}");

        CommandRun run = run("submit", "job.json", "--watch");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("ERROR").contains("row 7 holds text").contains("mend it");
    }

    @Test
    void namesEveryViolationWithItsHint() {
        api.on("POST /jobs", 400, REFUSED);

        CommandRun run = run("submit", "job.json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("/training/hyperparameters/epochs  between 1 and 1000", "write 60")
                .contains("/name", "write penguins");
    }

    @Test
    void namesThemAsJsonToo() throws IOException {
        api.on("POST /jobs", 400, REFUSED);

        var document = Json.read(run("submit", "job.json", "--output", "json").err());

        assertThat(document.at("/violations/1/path").asText()).isEqualTo("/name");
        assertThat(document.path("status").asInt()).isEqualTo(2);
    }

    @Test
    void namesLineAndColumnOfAFileThatIsNotJson() throws IOException {
        job("{\n  \"name\": penguins\n}");

        CommandRun run = run("submit", "job.json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("job.json, line 2, column");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void namesAChannelWhoseFileIsNotThere() throws IOException {
        job("{\"training\":{\"channels\":{\"train\":\"missing.csv\"}}}");

        CommandRun run = run("submit", "job.json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("channel 'train'")
                .contains("missing.csv")
                .contains("s3://");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void namesAJobFileThatIsNotThere() {
        assertThat(run("submit", "none.json").err()).contains("none.json");
    }

    private void job(String text) throws IOException {
        Files.writeString(home.resolve("job.json"), text);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
