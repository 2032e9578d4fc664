package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests of a queue's function from outside: a batch in, an answer and calls of AWS out. {@code XFunctionTest} runs them in this process;
 * {@code XFunctionIT extends XFunctionTest} overrides {@link #open} and runs the same on what was packaged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FunctionContract {

    protected final AwsStub aws = new AwsStub();
    private CalledFunction function;

    /** The function under test; opened once for the class. */
    protected abstract CalledFunction open(AwsStub where);

    /** The body of a message that makes the service write to its table first. */
    protected abstract String work();

    @BeforeAll
    void open() {
        function = open(aws);
    }

    @BeforeEach
    void forget() {
        aws.forget();
        aws.answers("SendMessage", QueueStub::sent);
        RowsStub.on(aws);
    }

    @AfterAll
    void close() {
        function.close();
        aws.close();
    }

    @Test
    void parksWhatItCannotReadWithItsCauseAndAcknowledgesIt() {
        assertThat(failures(hear("{\"detail-type\": \"job-accepted\"}"))).isEmpty();

        assertThat(aws.calls())
                .singleElement()
                .asString()
                .startsWith("SendMessage")
                .contains("-dlq", "UnreadableEvent");
    }

    @Test
    void saysWhatItWouldDoAndDoesNoneOfIt() {
        JsonNode answer = call(work(), Map.of(DeadLetters.DRY_RUN, "yes"));

        assertThat(answer.path("decisions")).isNotEmpty();
        assertThat(aws.calls())
                .noneMatch(call -> call.matches("(?s)(Put|Update|Delete|Transact|Send|Create|Publish).*"));
    }

    @Test
    void aMessageWhoseWorkFailsComesAgainAndNothingIsSaid() {
        for (String write : List.of("PutItem", "UpdateItem", "TransactWriteItems")) {
            aws.answers(write, AwsAnswer.refusal("ValidationException", "no"));
        }

        assertThat(failures(hear(work()))).containsExactly("m1");
        assertThat(aws.calls()).noneMatch(call -> call.startsWith("PutEvents") || call.startsWith("SendMessage"));
    }

    /** Hands one message over, received for the first time. */
    protected final JsonNode hear(String body) {
        return call(body, Map.of());
    }

    /** What was called, in order: operations with the sort key of a row or the name of an event. */
    protected final List<String> did() {
        return made().map(CallOfAws::subject).toList();
    }

    /** What was called so. */
    protected final List<CallOfAws> calls(String operation) {
        return made().filter(call -> call.operation().equals(operation)).toList();
    }

    private Stream<CallOfAws> made() {
        return aws.calls().stream().map(CallOfAws::of);
    }

    /** The messages that have to come again. */
    protected static List<String> failures(JsonNode answer) {
        return answer.path("batchItemFailures").findValuesAsText("itemIdentifier");
    }

    /** A message as EventBridge puts it into a queue. */
    protected static String delivered(String source, Event event) {
        return delivered(source, event.name(), Json.tree(EventCodec.detail(event)));
    }

    /** The same for an event of any shape. */
    protected static String delivered(String source, String name, JsonNode detail) {
        return Json.write(Map.of(
                "id",
                "11111111-2222-3333-4444-555555555555",
                "account",
                "123456789012",
                "source",
                source,
                "detail-type",
                name,
                "time",
                "2026-01-01T12:00:00Z",
                "detail",
                detail));
    }

    private JsonNode call(String body, Map<String, String> attributes) {
        var record = Json.tree(Map.of(
                "messageId", "m1",
                "receiptHandle", "r1",
                "body", body,
                "attributes", Map.of("ApproximateReceiveCount", "1"),
                "messageAttributes", QueueStub.received(attributes),
                "eventSource", "aws:sqs",
                "eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:queue",
                "awsRegion", "eu-west-1"));
        return Json.tree(function.call(Json.write(Map.of("Records", List.of(record)))));
    }
}
