package io.trainyard.endpoints.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.Golden;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

    private static final String MODEL = "ty-test-a1-model-1-1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"predictions":[4.2]}                       | {"predictions":[4.2004]}
                    {"predictions":[{"label":"a","score":0.9}]} | {"predictions":[{"label":"a","score":0.9001,"more":1}]}
                    4.2                                         | 4.2
                    [1,2]                                       | 1.0\\n2.0\\n
                    [[1,2],[3,4]]                               | 1,2\\n3,4
                    100000                                      | 100050
                    "4.2"                                       | [[4.2]]
                    """)
    void acceptsTheExpectedAnswer(String expected, String body) {
        assertThat(flaw(expected, body.replace("\\n", "\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"predictions":[4.2]}                       | {"predictions":[4.3]}
                    {"predictions":[4.2]}                       | {"predictions":[4.2,4.2]}
                    {"predictions":[{"label":"a","score":0.9}]} | {"predictions":[{"label":"b","score":0.9}]}
                    4.2                                         | NaN
                    [1,2]                                       | 1.0
                    4.2                                         | <html>
                    """)
    void refusesAnyOther(String expected, String body) {
        assertThat(flaw(expected, body)).get().satisfies(flaw -> {
            assertThat(flaw.type()).isEqualTo(FailureClass.CALLER);
            assertThat(flaw.cause()).contains("expected");
        });
    }

    @Test
    void anyGoodAnswerWillDoWhereNoneIsExpected() {
        assertThat(Proof.flaw(new Golden("text/csv", "1", null), MODEL, reply("whatever")))
                .isEmpty();
    }

    @Test
    void refusesAnErrorOfTheContainer() {
        var reply = new Reply(400, "model-version=" + MODEL, "expected 4 values, got 3");

        assertThat(Proof.flaw(golden("1"), MODEL, reply))
                .get()
                .extracting(Failure::cause)
                .asString()
                .contains("400", "got 3");
    }

    @Test
    void refusesAnotherModelVersion() {
        var reply = new Reply(200, "trace=7; model-version=other", "1");

        assertThat(Proof.flaw(golden("1"), MODEL, reply))
                .get()
                .extracting(Failure::cause)
                .asString()
                .contains("other", MODEL);
    }

    @Test
    void refusesAnAnswerThatNamesNoModelVersion() {
        assertThat(Proof.flaw(golden("1"), MODEL, new Reply(200, null, "1")))
                .get()
                .extracting(Failure::nextAction)
                .asString()
                .contains("X-Amzn-SageMaker-Custom-Attributes");
    }

    private static Optional<Failure> flaw(String expected, String body) {
        return Proof.flaw(golden(expected), MODEL, reply(body));
    }

    private static Golden golden(String expected) {
        return new Golden("text/csv", "1,2,3", Json.tree(expected));
    }

    private static Reply reply(String body) {
        return new Reply(200, "model-version=" + MODEL, body);
    }
}
