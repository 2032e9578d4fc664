package io.trainyard.notices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.MotoAccount;
import io.trainyard.notices.domain.Notice;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Notices on an SNS that nobody here wrote, as a program gets them that has subscribed with a queue. */
class SnsTopicOnMotoTest {

    private static final Notice NOTICE = new Notice(
            "n1",
            "Job a failed",
            "Job a failed: row 7 holds text",
            Map.of("job", "a", "class", "caller", "cause", "row 7"));

    private final MotoAccount moto = MotoAccount.open();
    private final SnsClient sns = moto.client(SnsClient.builder());
    private final SqsClient sqs = moto.client(SqsClient.builder());

    @AfterEach
    void close() {
        sns.close();
        sqs.close();
    }

    @Test
    void programsGetFieldsAndAttributesToFilterBy() {
        String arn = sns.createTopic(request -> request.name("ty-test-notices")).topicArn();
        String queue = sqs.createQueue(request -> request.queueName("heard")).queueUrl();
        sns.subscribe(
                request -> request.topicArn(arn).protocol("sqs").endpoint("arn:aws:sqs:eu-west-1:123456789012:heard"));

        new SnsTopic(sns, arn).publish(NOTICE);

        JsonNode heard = Json.tree(sqs.receiveMessage(request -> request.queueUrl(queue))
                .messages()
                .getFirst()
                .body());
        assertThat(heard.path("Subject").asText()).isEqualTo(NOTICE.subject());
        assertThat(Json.tree(heard.path("Message").asText())).isEqualTo(Json.tree("""
                {"noticeId": "n1", "subject": "Job a failed", "job": "a", "class": "caller", "cause": "row 7"}"""));
        assertThat(heard.at("/MessageAttributes/noticeId/Value").asText()).isEqualTo("n1");
        assertThat(heard.at("/MessageAttributes/job/Value").asText()).isEqualTo("a");
        assertThat(heard.at("/MessageAttributes/class/Value").asText()).isEqualTo("caller");
        assertThat(heard.path("MessageAttributes")).hasSize(3);
    }

    @Test
    void aTopicThatIsNotThereIsAnError() {
        var topic = new SnsTopic(sns, "arn:aws:sns:eu-west-1:123456789012:nobody");

        assertThatThrownBy(() -> topic.publish(NOTICE)).isInstanceOf(NotFoundException.class);
    }
}
