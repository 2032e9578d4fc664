package io.trainyard.deadletters.aws;

import static io.trainyard.deadletters.aws.DeskOnFakes.message;
import static io.trainyard.deadletters.aws.DeskOnFakes.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.lambda.SecurityHeaders;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.LetterState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The desk over HTTP, as API Gateway calls it: every route, and what people get who ask for the wrong thing. */
class DeskHttpTest {

    private static final String BROKEN = """
            {"detail-type": "job-cancel-requested", "source": "trainyard.jobs", "detail": {"data": {"run": %s},
             "metadata": {"id": "e1", "jobId": "job9", "causationId": "e0", "correlationId": "e0",
               "occurredAt": "2026-01-01T10:00:00Z", "version": 1}}}""";
    private static final String MENDED = BROKEN.formatted("1, \"requestedBy\": \"ann\"");

    private final DeskOnFakes desk = new DeskOnFakes();

    @Test
    void answersEveryRouteOfItsDescription() throws IOException {
        var routes = Files.readAllLines(Path.of("service.yaml")).stream()
                .map(String::strip)
                .filter(line -> line.matches("- (GET|PUT|POST|DELETE) /.*"))
                .map(line -> line.substring(2).replaceFirst(" for .*", ""))
                .toList();

        assertThat(routes).hasSizeGreaterThan(5).allSatisfy(route -> {
            var answer = desk.ask(route, "nobody", "{}");
            assertThat(answer.status()).as(route).isBetween(200, 499);
            assertThat(answer.message()).doesNotContain("there is nothing here");
            assertThat(headersMissing(answer)).as(route).isEmpty();
        });
        assertThat(desk.ask("GET /dead-letter", "", "").status())
                .as("a route of which no description says who may call it")
                .isEqualTo(403);
    }

    @Test
    void turnsAwayWhoIsNoOperator() {
        var answer = desk.ask("GET /dead-letters", "", "", Map.of("sub", "ann", "cognito:groups", "[submit infer]"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).isEqualTo("Forbidden");
        assertThat(headersMissing(answer)).isEmpty();
    }

    @Test
    void listsCausesTheLargestFirstAndNoMessages() {
        park("job1", "no verdict");
        park("job2", "AccessDenied: no");
        park("job3", "AccessDenied: no");

        JsonNode list = desk.ask("GET /dead-letters", "", "").body();

        assertThat(list.path("open").asInt()).isEqualTo(3);
        assertThat(list.path("causes")).hasSize(2);
        JsonNode first = list.path("causes").path(0);
        assertThat(first.path("open").asInt()).isEqualTo(2);
        assertThat(first.path("cause").path("failureClass").asText()).isEqualTo("AccessDenied");
        assertThat(first.path("firstSeen").asText()).isEqualTo(DeskOnFakes.NOON.toString());
        assertThat(first.path("sample").asText()).isNotBlank();

        String fingerprint = first.path("fingerprint").asText();
        JsonNode letters =
                desk.ask("GET /dead-letters/causes/{id}", fingerprint, "").body();
        assertThat(letters.path("letters").findValuesAsText("jobId")).containsExactlyInAnyOrder("job2", "job3");
    }

    @Test
    void showsALetterWithItsHistoryAndWhatItBreaksOfItsSchema() {
        String id = park(BROKEN.formatted("\"first\""));

        JsonNode letter = desk.ask("GET /dead-letters/letters/{id}", id, "").body();

        assertThat(letter.path("jobId").asText()).isEqualTo("job9");
        assertThat(letter.path("broken").asText()).isNotBlank();
        assertThat(letter.path("schema").asText()).endsWith("job-cancel-requested.schema.json");
        assertThat(Files.exists(Path.of("../..").resolve(letter.path("schema").asText())))
                .as("the schema that is named")
                .isTrue();
        assertThat(letter.path("history").findValuesAsText("what")).containsExactly("parked");
        assertThat(letter.path("discardable").asBoolean()).isFalse();
    }

    @Test
    void editsALetterOnlyIntoWhatItsSchemaTakes() {
        String id = park(BROKEN.formatted("\"first\""));

        assertThat(desk.ask("PUT /dead-letters/letters/{id}", id, BROKEN.formatted("\"second\""))
                        .message())
                .contains("breaks its schema");
        String other = MENDED.replace("job-cancel-requested", "job-retry-requested");
        assertThat(desk.ask("PUT /dead-letters/letters/{id}", id, other).message())
                .contains("not a job-retry-requested");
        var done = desk.ask("PUT /dead-letters/letters/{id}", id, MENDED);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.message()).contains("replay");
        JsonNode letter = desk.ask("GET /dead-letters/letters/{id}", id, "").body();
        assertThat(letter.path("body").asText()).isEqualTo(MENDED);
        assertThat(letter.has("broken")).isFalse();
        assertThat(letter.path("history").findValuesAsText("by")).containsExactly("training", "ann");
    }

    @Test
    void triesALetterWithoutTouchingIt() {
        String id = park("job1", "no verdict");

        JsonNode answer =
                desk.ask("POST /dead-letters/letters/{id}/try", id, "").body();

        assertThat(answer.path("decisions").path(0).asText()).isEqualTo("ask training");
        assertThat(desk.letters.find(id).orElseThrow().waits()).isTrue();
        assertThat(desk.queues.sent()).isEmpty();
    }

    @Test
    void givesALetterUpOnlyWithAReason() {
        String id = park("job1", "no verdict");

        var without = desk.ask("POST /dead-letters/letters/{id}/discard", id, "{}");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.message()).contains("reason");
        var done = desk.ask("POST /dead-letters/letters/{id}/discard", id, "{\"reason\": \"not worth it\"}");
        assertThat(done.status()).isEqualTo(200);
        var again = desk.ask("POST /dead-letters/letters/{id}/discard", id, "{\"reason\": \"not worth it\"}");
        assertThat(again.status()).isEqualTo(409);

        assertThat(desk.letters.find(id).orElseThrow().state()).isEqualTo(LetterState.DISCARDED);
        assertThat(desk.queues.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).contains("not worth it", "ann"));
        assertThat(audit()).contains("discard", "ann", "given up: not worth it");
    }

    @Test
    void replaysOneLetterOneCauseOrAllAndSaysHowFarItIs() {
        String one = park("job1", "no verdict");
        park("job2", "AccessDenied: no");
        park("job3", "AccessDenied: no");
        park("job4", "Timeout: 3 s");
        String cause = desk.letters.open(fingerprint("AccessDenied"), DeskOnFakes.NOON, 9).stream()
                .map(letter -> letter.cause().fingerprint())
                .findFirst()
                .orElseThrow();

        var alone = desk.ask("POST /dead-letters/replays", "", "{\"letter\": \"" + one + "\"}");
        assertThat(alone.status()).isEqualTo(202);
        assertThat(alone.body().path("state").asText()).isEqualTo("DONE");

        var some = desk.ask("POST /dead-letters/replays", "", "{\"cause\": \"" + cause + "\", \"perSecond\": 1}");
        assertThat(some.body().path("total").asInt()).isEqualTo(2);
        assertThat(some.body().path("state").asText()).isEqualTo("RUNNING");
        String replay = some.body().path("id").asText();
        desk.goOn();
        JsonNode end = desk.ask("GET /dead-letters/replays/{id}", replay, "").body();
        assertThat(end.path("done").asInt()).isEqualTo(2);
        assertThat(end.path("state").asText()).isEqualTo("DONE");

        var all = desk.ask("POST /dead-letters/replays", "", "{\"all\": true}");
        assertThat(all.body().path("total").asInt()).isEqualTo(1);
        desk.goOn();
        assertThat(desk.letters.all()).noneMatch(Letter::parked);
        assertThat(audit()).contains("replay", "ann", "2 of 2 replayed", "1 of 1 replayed");
    }

    /** At most so many in a handful, and a second between two of them. */
    @Test
    void replaysAtThePaceThatWasAskedFor() {
        for (int n = 0; n < 7; n++) {
            park("job" + n, "no verdict");
        }
        desk.ask("POST /dead-letters/replays", "", "{\"all\": true, \"perSecond\": 3}");

        desk.batch(message("dead-letters", "own", "{\"replay\": \"" + desk.queues.next() + "\"}", Map.of()));

        assertThat(desk.queues.sent()).hasSize(3);
        assertThat(desk.queues.delays()).last().isEqualTo(java.time.Duration.ofSeconds(1));
        for (String pace : new String[] {"0", "101", "-1"}) {
            var refused = desk.ask("POST /dead-letters/replays", "", "{\"all\": true, \"perSecond\": " + pace + "}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("from 1 to 100", pace);
        }
    }

    @Test
    void resumesAReplayThatWasInterrupted() {
        park("job1", "no verdict");
        String replay = desk.ask("POST /dead-letters/replays", "", "{\"all\": true}")
                .body()
                .path("id")
                .asText();
        // The desk's message to itself is lost.
        desk.queues.next();

        var resumed = desk.ask("POST /dead-letters/replays/{id}/resume", replay, "");
        desk.goOn();

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(desk.queues.sent()).hasSize(1);
        assertThat(desk.replays.find(replay).orElseThrow().over()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(desk.ask("POST /dead-letters/replays", "", "{}").message()).contains("say what to replay");
        assertThat(desk.ask("POST /dead-letters/replays", "", "no JSON").status())
                .isEqualTo(400);
        for (String route : new String[] {
            "GET /dead-letters/letters/{id}",
            "PUT /dead-letters/letters/{id}",
            "POST /dead-letters/letters/{id}/try",
            "GET /dead-letters/replays/{id}",
            "POST /dead-letters/replays/{id}/resume"
        }) {
            var answer = desk.ask(route, "nobody", MENDED);
            assertThat(answer.status()).as(route).isEqualTo(404);
            assertThat(answer.message()).as(route).contains("nobody");
        }
        assertThat(desk.ask("POST /dead-letters/replays", "", "{\"letter\": \"nobody\"}")
                        .status())
                .isEqualTo(404);
        assertThat(desk.ask("POST /dead-letters/replays", "", "{\"cause\": \"nothing\"}")
                        .message())
                .contains("GET /dead-letters");
    }

    @Test
    void readsABodyInBase64AndSendsSecurityHeaders() {
        String id = park("job1", "no verdict");
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("routeKey", "POST /dead-letters/letters/{id}/discard").put("isBase64Encoded", true);
        event.putObject("pathParameters").put("id", id);
        event.withObject("/requestContext/authorizer/jwt/claims").put("cognito:groups", "[operate]");
        event.put("body", Base64.getEncoder().encodeToString("{\"reason\": \"old\"}".getBytes(StandardCharsets.UTF_8)));

        var answer = desk.answer(desk.call(event));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(headersMissing(answer)).isEmpty();
        assertThat(answer.headers().has("Retry-After")).isFalse();
        assertThat(answer.headers().path("Content-Type").asText()).isEqualTo("application/json");
        assertThat(audit()).contains("local");
    }

    @Test
    void saysThatItCouldNotBeDoneWhereAPartOfItFails() {
        String id = park("job1", "no verdict");
        desk.refuse("job1");

        var answer = desk.ask("POST /dead-letters/replays", "", "{\"letter\": \"" + id + "\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(headersMissing(answer)).isEmpty();
        assertThat(answer.message()).contains("try again").doesNotContain("EventBridge");
        assertThat(answer.headers().path("Retry-After").asText()).isEqualTo("1");
        assertThat(desk.letters.find(id).orElseThrow().waits())
                .as("it still waits, and can be replayed again")
                .isTrue();
    }

    private static List<String> headersMissing(DeskOnFakes.Answer answer) {
        return SecurityHeaders.missing(name -> answer.headers().path(name).asText());
    }

    private String audit() {
        return desk.ask("GET /dead-letters/audit", "", "").body().toString();
    }

    private String fingerprint(String failureClass) {
        return desk.letters.causes().stream()
                .filter(count -> count.cause().failureClass().equals(failureClass))
                .findFirst()
                .orElseThrow()
                .fingerprint();
    }

    private String park(String jobId, String cause) {
        desk.batch(message("training-dlq", "m-" + jobId, release(jobId), Map.of("cause", cause)));
        return newest();
    }

    private String park(String body) {
        desk.batch(message("training-dlq", "m-" + body.hashCode(), body, Map.of("cause", "UnreadableEvent: run")));
        return newest();
    }

    private String newest() {
        return desk.letters.all().stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .id();
    }
}
