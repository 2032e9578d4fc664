package io.trainyard.notices.aws;

import io.trainyard.events.json.Json;
import io.trainyard.notices.app.Topic;
import io.trainyard.notices.domain.Notice;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The topic of notices on SNS. The message is text for mail and JSON for programs ({@code sqs}, {@code https}); the attributes
 * {@code noticeId}, {@code job} and {@code class} let subscribers filter.
 */
final class SnsTopic implements Topic {

    private final SnsClient sns;
    private final String arn;

    SnsTopic(SnsClient sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    @Override
    public void publish(Notice notice) {
        var fields = new HashMap<>(notice.fields());
        fields.put("noticeId", notice.id());
        fields.put("subject", notice.subject());
        String json = Json.write(fields);
        String message = Json.write(Map.of("default", notice.text(), "sqs", json, "https", json, "http", json));
        var attributes = new HashMap<String, MessageAttributeValue>();
        attributes.put("noticeId", text(notice.id()));
        for (String name : new String[] {"job", "class", "service"}) {
            String value = notice.fields().get(name);
            if (value != null) {
                attributes.put(name, text(value));
            }
        }
        sns.publish(request -> request.topicArn(arn)
                .subject(notice.subject())
                .messageStructure("json")
                .message(message)
                .messageAttributes(attributes));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
