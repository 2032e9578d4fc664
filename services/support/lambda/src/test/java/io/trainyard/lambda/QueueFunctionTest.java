package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.InMemoryBuckets;
import io.trainyard.pace.NoToken;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What becomes of a message whose handler fails. */
class QueueFunctionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final AwsStub aws = new AwsStub();
    private final List<String> measured = new ArrayList<>();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void sendsAThrottledMessageAgainWithItsReceivesForgottenAndNeverParksIt() {
        assertThat(handle("ThrottlingException", "Rate exceeded", 5)).isEmpty();
        assertThat(aws.calls())
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .startsWith("SendMessage")
                        .contains("DelaySeconds")
                        .doesNotContain("-dlq"));
    }

    @Test
    void parksOtherFailuresAfterTheirLastReceive() {
        assertThat(handle("InternalFailure", "no", 5)).isEmpty();
        assertThat(aws.calls())
                .singleElement()
                .satisfies(call -> assertThat(call).contains("-dlq"));
    }

    @Test
    void leavesOtherFailuresToTheNextReceive() {
        assertThat(handle("InternalFailure", "no", 1)).containsExactly("m1");
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void sendsAMessageAgainWhoseTurnHasNotComeWithoutUsingUpAReceive() {
        assertThat(handle(new NoToken("CreateModel", Duration.ofMillis(41_500)), 5))
                .isEmpty();
        assertThat(aws.calls())
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .startsWith("SendMessage")
                        .contains("\"DelaySeconds\":42")
                        .doesNotContain("-dlq"));
    }

    @Test
    void everyMessageIsRefusedAtItsFirstCallOrNotAtAll() {
        var pace = pace(Rates.of("Describe=1/1"));
        var refused = new ArrayList<Integer>();
        for (int message = 0; message < 3; message++) {
            int calls = message;
            handle(pace, given -> {
                for (int call = 0; call <= calls; call++) {
                    try {
                        pace.call("Describe");
                    } catch (NoToken turn) {
                        refused.add(call);
                        throw turn;
                    }
                }
            });
        }
        assertThat(refused).isNotEmpty().containsOnly(0);
    }

    @Test
    void measuresHowLongAnEventWasOnItsWayWhenItIsFirstReceived() {
        String body = """
                {"id": "e1", "account": "123456789012", "source": "trainyard.intake", "detail-type": "job-accepted",
                 "time": "2026-01-01T11:59:59Z", "detail": {"metadata": {"occurredAt": "2026-01-01T11:59:59.250Z"}}}""";
        handle(body, given -> {}, 1);
        handle(body, given -> {}, 2);
        handle("{\"timer\":{}}", given -> {}, 1);
        handle(body.replace("2026-01-01T11:59:59.250Z", "yesterday"), given -> {}, 1);
        handle(body.replace("11:59:59.250Z", "12:00:07Z"), given -> {}, 1);

        assertThat(measured).containsExactly("HOP_TIME 750.0", "HOP_TIME 0.0");
    }

    @Test
    void countsEveryFailureAfterWhichAMessageComesAgain() {
        handle("InternalFailure", "no", 1);
        handle("ThrottlingException", "Rate exceeded", 5);
        handle("InternalFailure", "no", 5);
        handle(new NoToken("CreateModel", Duration.ofSeconds(1)), 1);

        assertThat(measured).containsExactly("MESSAGE_RETRIES 1.0", "MESSAGE_RETRIES 1.0");
    }

    @Test
    void tellsTheHandlerBeforehandWhatItWillGet() {
        var told = new ArrayList<String>();
        MessageHandler handler = new MessageHandler() {
            @Override
            public void expect(List<Message> batch) {
                batch.forEach(message -> told.add("expect " + message.name()));
            }

            @Override
            public void handle(Message message) {
                told.add("handle " + message.name());
            }
        };
        handle(handler, pace(Rates.defaults()), 1);
        assertThat(told).containsExactly("expect timer", "handle timer");
    }

    private List<String> handle(String code, String words, int receives) {
        var answer = AwsServiceException.builder()
                .message(words)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(words)
                        .build())
                .build();
        return handle(answer, receives);
    }

    private List<String> handle(RuntimeException failure, int receives) {
        MessageHandler handler = message -> {
            throw failure;
        };
        return handle(handler, pace(Rates.defaults()), receives);
    }

    private void handle(String body, MessageHandler handler, int receives) {
        handle(body, handler, pace(Rates.defaults()), receives);
    }

    private void handle(TokenPace pace, MessageHandler handler) {
        handle(handler, pace, 1);
    }

    private List<String> handle(MessageHandler handler, TokenPace pace, int receives) {
        return handle("{\"timer\":{}}", handler, pace, receives);
    }

    private List<String> handle(String body, MessageHandler handler, TokenPace pace, int receives) {
        var config = new TestDeployment("probe");
        var letters = new DeadLetters(
                aws.client(SqsClient.builder().checksumValidationEnabled(false)), new Deployment(config));
        var message = new SQSEvent.SQSMessage();
        message.setMessageId("m1");
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
        var batch = new SQSEvent();
        batch.setRecords(List.of(message));
        return new QueueFunction(
                        handler, letters, pace, (measure, value, about) -> measured.add(measure + " " + value), config)
                .handleRequest(batch, null).batchItemFailures().stream()
                        .map(failed -> failed.getItemIdentifier())
                        .toList();
    }

    private static TokenPace pace(Rates rates) {
        return new TokenPace(new InMemoryBuckets(), rates, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
