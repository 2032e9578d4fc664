package io.trainyard.deadletters.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.lambda.TestDeployment;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What goes out to SQS. */
class SqsServiceQueuesTest {

    private final AwsStub aws = new AwsStub();
    private final SqsServiceQueues queues = new SqsServiceQueues(
            aws.client(SqsClient.builder().checksumValidationEnabled(false)), TestDeployment.of("dead-letters"));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void sendsLettersTogetherEachWithItsId() {
        queues.send("training", List.of(letter("m1", "{}"), letter("m2", "{}")));

        assertThat(aws.calls()).hasSize(1);
        JsonNode call = sent("SendMessageBatch");
        assertThat(call.path("QueueUrl").asText()).endsWith("/ty-test-training");
        assertThat(call.path("Entries"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.at("/MessageAttributes/letter/StringValue")
                                .asText())
                        .isEqualTo(entry.path("Id").asText()));
    }

    @Test
    void failsWhereSqsTookOnlySomeOfThem() {
        aws.answers(
                "SendMessageBatch",
                AwsAnswer.document(Map.of(
                        "Successful", List.of(),
                        "Failed", List.of(Map.of("Id", "x", "Code", "InternalError", "Message", "no")))));

        assertThatThrownBy(() -> queues.send("training", List.of(letter("m1", "{}"), letter("m2", "{}"))))
                .hasMessageContaining("1 of 2 letters for training: InternalError: no");
    }

    @Test
    void sendsLettersOneByOneThatAreTooLargeTogether() {
        String large = "x".repeat(40_000);

        queues.send("training", List.of(letter("m1", large), letter("m2", large)));

        assertThat(aws.calls()).hasSize(2).allMatch(call -> call.startsWith("SendMessage "));
    }

    @Test
    void sendsTheDesksOwnMessageLater() {
        queues.goOn("r1", Duration.ofSeconds(1));

        JsonNode call = sent("SendMessage");
        assertThat(call.path("QueueUrl").asText()).endsWith("/ty-test-dead-letters");
        assertThat(call.path("MessageBody").asText()).isEqualTo("{\"replay\":\"r1\"}");
        assertThat(call.path("DelaySeconds").asInt()).isEqualTo(1);
    }

    private JsonNode sent(String operation) {
        String call = aws.calls().getFirst();
        assertThat(call).startsWith(operation + " ");
        return Json.tree(call.substring(operation.length() + 1));
    }

    private static Letter letter(String messageId, String body) {
        var arrival = new Arrival("training", messageId, body, "no verdict", Optional.empty());
        return Letter.first(arrival, "ty-test", DeskOnFakes.NOON);
    }
}
