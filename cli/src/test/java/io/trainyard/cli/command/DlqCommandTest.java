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

class DlqCommandTest {

    private static final String REPLAY = "{\"id\":\"r-1\",\"what\":\"all\",\"total\":3,\"done\":%d,\"state\":\"%s\"}";

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
    void showsOneLineForEachCause() {
        api.on("GET /dead-letters", 200, """
                {"open":3,"causes":[{"fingerprint":"f1","open":3,"total":3,"firstSeen":"2026-03-01T10:00:00Z",
                  "lastSeen":"2026-03-01T10:00:05Z","sample":"l-1",
                  "cause":{"service":"probe","event":"step-released","failureClass":"no verdict","message":""}}]}""");

        assertThat(run("dlq").out().lines()).hasSize(2).last().asString().contains("3", "f1", "probe", "l-1");
        assertThat(Json.tryRead(run("dlq", "--output", "json").out())
                        .orElseThrow()
                        .path("open")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void saysWhereNothingWaits() {
        api.on("GET /dead-letters", 200, "{\"open\":0,\"causes\":[]}");

        assertThat(run("dlq", "list").out()).contains("nothing waits");
    }

    @Test
    void replaysEverythingWithProgress() {
        api.on("POST /dead-letters/replays", 202, REPLAY.formatted(0, "RUNNING"))
                .on("GET /dead-letters/replays/r-1", 200, REPLAY.formatted(2, "RUNNING"))
                .on("GET /dead-letters/replays/r-1", 200, REPLAY.formatted(3, "DONE"));

        CommandRun run = run("dlq", "replay", "--all");

        assertThat(run.out()).contains("3 of 3 replayed");
        assertThat(run.err()).contains("0 of 3", "2 of 3");
        assertThat(api.requests()).contains("POST /dead-letters/replays {\"perSecond\":50,\"all\":true}");
    }

    @Test
    void asksWhatToReplay() {
        assertThat(run("dlq", "replay").status()).isEqualTo(ExitCode.BAD_INPUT.status());
        assertThat(run("dlq", "replay").err()).contains("a letter, a fingerprint, or --all");
    }

    @Test
    void triesALetterWithoutDoingIt() {
        api.on(
                "POST /dead-letters/letters/l-1/try",
                200,
                "{\"letter\":\"l-1\",\"decisions\":[\"claim it\",\"say it\"]}");

        assertThat(run("dlq", "try", "l-1").out().lines()).containsExactly("claim it", "say it");
    }

    @Test
    void editsFromAFileAndPassesARefusalOn() throws IOException {
        Files.writeString(home.resolve("message.json"), "{\"detail-type\":\"x\"}");
        api.on("PUT /dead-letters/letters/l-1", 409, "{\"message\":\"the message breaks its schema: run\"}");

        CommandRun run = run("dlq", "edit", "l-1", "--file", "message.json");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.status());
        assertThat(run.err()).contains("breaks its schema");
    }

    @Test
    void givesUpWithAReasonAndShowsTheAudit() {
        api.on(
                        "POST /dead-letters/letters/l-1/discard",
                        200,
                        "{\"letter\":\"l-1\",\"message\":\"letter l-1 is given up\"}")
                .on("GET /dead-letters/audit", 200, """
                        {"deeds":[{"at":"2026-03-01T10:00:00Z","by":"ann","what":"discard","subject":"letter l-1",
                          "outcome":"given up: old"}]}""");

        assertThat(run("dlq", "discard", "l-1", "--reason", "old").out()).contains("given up");
        assertThat(run("dlq", "audit").out()).contains("ann", "discard", "given up: old");
        assertThat(api.requests()).contains("POST /dead-letters/letters/l-1/discard {\"reason\":\"old\"}");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
