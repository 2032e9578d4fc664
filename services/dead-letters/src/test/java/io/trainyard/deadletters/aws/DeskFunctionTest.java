package io.trainyard.deadletters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.SignedRequests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The desk from outside: what SQS and API Gateway call it with, what it calls, and what it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskFunctionTest {

    private final AwsStub aws = new AwsStub();
    private final SignedRequests requests = new SignedRequests(Path.of("service.yaml"));
    private CalledFunction function;

    protected CalledFunction open(AwsStub where) {
        return new DeskOnStub(where);
    }

    @BeforeAll
    void open() {
        function = open(aws);
    }

    @BeforeEach
    void forget() {
        aws.forget();
    }

    @AfterAll
    void close() {
        function.close();
        aws.close();
    }

    @Test
    void keepsADeadLetterSaysThatItIsParkedAndThenMarksItAsSaid() {
        assertThat(failures(park())).isEmpty();

        assertThat(aws.calls())
                .extracting(call -> call.substring(0, call.indexOf(' ')))
                .containsExactly("TransactWriteItems", "PutEvents", "TransactWriteItems");
        assertThat(aws.calls().get(1)).contains("message-parked", "trainyard.dead-letters", "Refused: no");
    }

    @Test
    void leavesADeadLetterThatItCannotKeepAndSaysNothing() {
        aws.answers("TransactWriteItems", AwsAnswer.refusal("ValidationException", "no"));

        assertThat(failures(park())).containsExactly("m1");
        assertThat(aws.calls()).noneMatch(call -> call.startsWith("PutEvents"));
    }

    @Test
    void showsWhatWaitsToWhoeverOperatesAndToNobodyElse() {
        assertThat(ask("[operate]").path("statusCode").asInt()).isEqualTo(200);
        assertThat(Json.tree(ask("[operate]").path("body").asText())
                        .path("open")
                        .asInt(-1))
                .isZero();
        assertThat(ask("[submit]").path("statusCode").asInt()).isEqualTo(403);
    }

    private JsonNode park() {
        var attributes = Map.of("cause", "Refused: no", "messageId", "first");
        var message = DeskOnFakes.message("training-dlq", "m1", DeskOnFakes.release("job1"), attributes);
        return call(Map.of("Records", List.of(message)));
    }

    private JsonNode ask(String groups) {
        return call(requests.event("GET", "/dead-letters", "ann", groups));
    }

    private JsonNode call(Object event) {
        return Json.tree(function.call(Json.write(event)));
    }

    private static List<String> failures(JsonNode answer) {
        return answer.path("batchItemFailures").findValuesAsText("itemIdentifier");
    }
}
