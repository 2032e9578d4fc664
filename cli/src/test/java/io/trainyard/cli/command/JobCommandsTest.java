package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobCommandsTest {

    private static final String READY = """
            {"jobId":"j-1","name":"penguins","status":"READY","run":1,
             "history":[{"status":"TRAINING_MODEL","at":"2026-03-01T10:00:00Z"},{"status":"READY","at":"2026-03-01T10:00:09Z"}],
             "artifacts":{"modelOutput":"s3://b/model.tar.gz"},
             "steps":[{"step":"train","kind":"training","attempt":1,"state":"said","startedAt":"2026-03-01T10:00:01Z",
                       "endedAt":"2026-03-01T10:00:06.500Z","metrics":{"validation:accuracy":0.98}}]}""";

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
    void listsJobsInColumns() {
        api.on(
                "GET /jobs?limit=20",
                200,
                "{\"jobs\":[{\"jobId\":\"j-1\",\"name\":\"penguins\",\"status\":\"READY\"}]}");

        assertThat(run("jobs").out()).containsSubsequence("JOB", "NAME", "STATUS", "j-1", "penguins", "READY");
    }

    @Test
    void showsWhereTheTimeWent() {
        api.on("GET /jobs/j-1/events", 200, """
                {"jobId":"j-1","events":[
                 {"id":"a","name":"job-requested","source":"trainyard.jobs","at":"2026-03-01T10:00:00Z","causationId":"a"},
                 {"id":"b","name":"job-accepted","source":"trainyard.intake","at":"2026-03-01T10:00:01Z","causationId":"a"},
                 {"id":"c","name":"training-completed","source":"trainyard.training","at":"2026-03-01T10:00:04Z",
                  "causationId":"b","step":"train","attempt":1}]}""");

        assertThat(run("trace", "j-1").out())
                .containsSubsequence(
                        "0 s to 4.0 s",
                        "job-requested",
                        "└─ job-accepted",
                        "1.0 s",
                        "   └─ training-completed  train #1",
                        "3.0 s",
                        " ".repeat(10) + "█".repeat(30));
    }

    @Test
    void nudgesAJobAndShowsIt() {
        api.on(
                "POST /jobs/j-1/nudge",
                202,
                "{\"jobId\":\"j-1\",\"run\":1,\"message\":\"what released the open steps of run 1 is said again\"}");
        api.on("GET /jobs/j-1", 200, READY);

        assertThat(run("job", "j-1", "--nudge").out())
                .containsSubsequence("what released the open steps of run 1 is said again", "penguins");
    }

    @Test
    void saysWhatToDoWhereThereAreNoJobs() {
        api.on("GET /jobs?limit=5", 200, "{\"jobs\":[]}");

        assertThat(run("jobs", "--limit", "5").out()).contains("no jobs yet").contains("submit examples/");
    }

    @Test
    void findsTheJobThatMadeAnEndpoint() {
        api.on(
                "GET /jobs?endpointArn=arn%3Aaws%3Asagemaker%3Aeu-west-1%3A123456789012%3Aendpoint%2Fe-1",
                200, "{\"jobs\":[{\"jobId\":\"j-1\",\"name\":\"penguins\",\"status\":\"READY\"}]}");

        assertThat(run("jobs", "--endpoint-arn", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/e-1")
                        .out())
                .contains("j-1", "penguins");
    }

    @Test
    void showsAJobWithItsWayStepsAndArtifacts() {
        api.on("GET /jobs/j-1", 200, READY);

        CommandRun run = run("job", "j-1");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("j-1  penguins  READY")
                .contains("TRAINING_MODEL -> READY")
                .contains("train", "#1", "5.5 s", "validation:accuracy=0.98")
                .contains("modelOutput: s3://b/model.tar.gz");
    }

    @Test
    void showsWhatWasTriedForAStepAndWhyItGotNone() {
        api.on("GET /jobs/j-1", 200, """
                {"jobId":"j-1","status":"TRAINING_MODEL","steps":[{"step":"train","attempt":2,"state":"running",
                 "instanceType":"ml.m5.large","tries":[{"attempt":1,"instanceType":"ml.c5.large","spot":true,
                 "type":"capacity","reason":"CapacityError: none","at":"2026-03-01T10:00:01.123456Z"}],
                 "leftOut":["ml.c5.xlarge"]}]}""");

        assertThat(run("job", "j-1").out())
                .containsSubsequence("train", "#2", "running", "ml.m5.large")
                .containsSubsequence("no instance for", "#1", "ml.c5.large on spot", "10:00:01Z", "no capacity", "none")
                .contains("no quota for it: ml.c5.xlarge (train)");
    }

    @Test
    void showsWhatSpotSavedAndWarnsOfItsCheckpoints() {
        api.on("GET /jobs/j-1", 200, """
                {"jobId":"j-1","status":"READY","steps":[{"step":"train","attempt":1,"state":"done","billableSeconds":30,
                 "instanceType":"ml.m5.large","spot":{"used":true,"trainingSeconds":100,"savedSeconds":70,"savedPercent":70,
                 "interruptions":1,"warning":"no checkpoint was written"}}]}""");

        assertThat(run("job", "j-1").out())
                .contains("ml.m5.large on spot")
                .contains(
                        "train on spot: 100 s trained, 30 s billed (70 % saved), interruptions: 1, last checkpoint: never")
                .contains("warning: train: no checkpoint was written");
    }

    @Test
    void showsWhatSpotSavedInMoneyOrThatNoPriceIsKnown() {
        api.on("GET /jobs/j-1", 200, """
                {"jobId":"j-1","status":"READY","steps":[
                 {"step":"train","attempt":1,"billableSeconds":30,"spot":{"used":true,"trainingSeconds":100,"savedPercent":70,
                  "savedUsd":0.0744,"price":"3.825 USD an hour on-demand in us-east-1 as of 2026-11-25","interruptions":1}},
                 {"step":"more","attempt":1,"billableSeconds":30,"spot":{"used":true,"trainingSeconds":100,"savedPercent":70,
                  "price":"no on-demand price is known for ml.a","interruptions":0}}]}""");

        assertThat(run("job", "j-1").out())
                .containsSubsequence(
                        "train on spot: 100 s trained, 30 s billed (70 % saved)",
                        "; saved 0.0744 USD at 3.825 USD an hour on-demand in us-east-1 as of 2026-11-25")
                .containsSubsequence("more on spot", "; saved in money: no on-demand price is known for ml.a");
    }

    @Test
    void triesWhatWaitsForCapacityAgainAndShowsTheJob() {
        api.on("POST /jobs/j-1/retry-now", 202, "{\"jobId\":\"j-1\",\"message\":\"what waits is tried again now\"}");
        api.on("GET /jobs/j-1", 200, READY);

        CommandRun run = run("job", "j-1", "--retry-now");

        assertThat(run.status()).isZero();
        assertThat(run.out()).containsSubsequence("what waits is tried again now", "j-1  penguins  READY");
    }

    @Test
    void saysWhyNothingIsTriedAgain() {
        api.on("POST /jobs/j-1/retry-now", 409, "{\"message\":\"job j-1 is READY: nothing of it waits\"}");

        CommandRun run = run("job", "j-1", "--retry-now");

        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("job j-1 is READY: nothing of it waits");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void resumesAFailedJobFromAStepWithOtherValues() {
        api.on("POST /jobs/j-1/resume", 202, "{\"jobId\":\"j-1\",\"run\":2,\"message\":\"run 2 begins with model\"}");

        CommandRun run = run(
                "job",
                "j-1",
                "--resume",
                "--from",
                "model",
                "--set",
                "model.gate.atLeast=0.1",
                "--set",
                "model.note=as is");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("run 2 begins with model; ./trainyard job j-1 --watch follows it");
        assertThat(api.requests())
                .containsExactly(
                        "POST /jobs/j-1/resume {\"from\":\"model\",\"set\":{\"model.gate.atLeast\":0.1,\"model.note\":\"as is\"}}");
    }

    @Test
    void otherValuesWithoutAResumeAreRefusedBeforeAnythingIsAsked() {
        CommandRun run = run("job", "j-1", "--from", "model");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--from and --set say how to resume; add --resume");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void printsTheRecordUnchangedAsJson() throws IOException {
        api.on("GET /jobs/j-1", 200, READY);

        CommandRun run = run("job", "j-1", "--output", "json");

        assertThat(Json.read(run.out())).isEqualTo(Json.read(READY));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void showsARecordThatHoldsNextToNothing() {
        api.on("GET /jobs/j-1", 200, "{\"jobId\":\"j-1\"}");

        assertThat(run("job", "j-1").out()).contains("j-1").contains("PENDING");
    }

    @Test
    void saysWhyAJobWasLostAndWhatToDo() {
        api.on("GET /jobs/j-1", 200, """
                {"jobId":"j-1","status":"ERROR","error":"training-failed","errorStep":"train","errorCause":"row 7 holds text",
                 "nextAction":"mend the file","parked":[{"service":"models","eventName":"training-completed","cause":"no verdict"}]}""");

        assertThat(run("job", "j-1").out())
                .contains("cause: training-failed of train: row 7 holds text")
                .contains("what to do: mend the file")
                .contains("models, message training-completed, for a person: no verdict");
    }

    @Test
    void saysEveryReasonOfARefusal() {
        api.on("GET /jobs/j-1", 200, """
                {"jobId":"j-1","status":"REJECTED","violations":[{"path":"/name","rule":"is missing","hint":"add a name"}]}""");

        assertThat(run("job", "j-1").out()).contains("/name  is missing; add a name");
    }

    @Test
    void anUnknownJobIsARefusalInTheApisWords() {
        api.on("GET /jobs/j-9", 404, "{\"message\":\"no job j-9\"}");

        CommandRun run = run("job", "j-9");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("no job j-9");
    }

    @Test
    void anIdIsOnePartOfThePathWhateverItHolds() {
        run("job", "../models");

        assertThat(api.requests()).containsExactly("GET /jobs/..%2Fmodels");
    }

    @Test
    void showsEventsBelowTheirCauses() {
        api.on("GET /jobs/j-1/events", 200, """
                {"events":[{"id":"a","name":"job-accepted","source":"trainyard.intake","at":"2026-03-01T10:00:00Z","causationId":"a","caused":[
                  {"id":"b","name":"training-started","source":"trainyard.training","at":"2026-03-01T10:00:01Z","step":"train","attempt":1,"causationId":"a"},
                  {"id":"c","name":"training-completed","at":"2026-03-01T10:00:02Z","step":"train","attempt":1,"causationId":"a"}]}]}""");

        assertThat(run("events", "j-1").out().lines())
                .satisfiesExactly(
                        root -> assertThat(root).startsWith("job-accepted"),
                        first -> assertThat(first).startsWith("├─ training-started  train #1"),
                        last -> assertThat(last).startsWith("└─ training-completed"));
    }

    @Test
    void cancelsThroughTheApi() {
        api.on("POST /jobs/j-1/cancel", 202, "{\"jobId\":\"j-1\"}");

        assertThat(run("cancel", "j-1").status()).isZero();
        assertThat(api.requests()).containsExactly("POST /jobs/j-1/cancel {}");
    }

    @Test
    void listsAndDeletesEndpoints() {
        api.on(
                        "GET /endpoints",
                        200,
                        "{\"endpoints\":[{\"jobId\":\"j-1\",\"name\":\"penguins\",\"endpoint\":\"ty-local-j-1\",\"state\":\"READY\"}]}")
                .on("DELETE /jobs/j-1/endpoint", 202, "");

        assertThat(run("endpoints").out()).contains("ty-local-j-1");
        assertThat(run("endpoints", "list").out()).contains("ty-local-j-1");
        assertThat(run("endpoints", "delete", "j-1").status()).isZero();
        assertThat(api.requests()).contains("DELETE /jobs/j-1/endpoint");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
