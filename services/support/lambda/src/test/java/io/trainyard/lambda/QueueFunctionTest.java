package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.trainyard.fakes.AwsStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What becomes of a message whose handler fails. */
class QueueFunctionTest {

    private final AwsStub aws = new AwsStub();

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

    private List<String> handle(String code, String words, int receives) {
        var answer = AwsServiceException.builder()
                .message(words)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(words)
                        .build())
                .build();
        var config = new Settings();
        var letters = new DeadLetters(
                aws.client(SqsClient.builder().checksumValidationEnabled(false)), new Deployment(config));
        MessageHandler handler = message -> {
            throw answer;
        };
        var message = new SQSEvent.SQSMessage();
        message.setMessageId("m1");
        message.setBody("{\"timer\":{}}");
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
        var batch = new SQSEvent();
        batch.setRecords(List.of(message));
        return new QueueFunction(handler, letters, config)
                .handleRequest(batch, null).batchItemFailures().stream()
                        .map(failure -> failure.getItemIdentifier())
                        .toList();
    }

    private record Settings() implements DeploymentConfig {

        @Override
        public String env() {
            return "test";
        }

        @Override
        public String account() {
            return "123456789012";
        }

        @Override
        public String region() {
            return "eu-west-1";
        }

        @Override
        public String service() {
            return "probe";
        }

        @Override
        public Optional<String> bucket() {
            return Optional.empty();
        }

        @Override
        public int maxReceives() {
            return 5;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(90);
        }

        @Override
        public Duration firstCheck() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration checkEvery() {
            return Duration.ofMinutes(30);
        }
    }
}
