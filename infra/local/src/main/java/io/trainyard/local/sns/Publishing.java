package io.trainyard.local.sns;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.sqs.NoSuchQueueException;
import io.trainyard.local.sqs.Queues;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Publishes: notes the message, and brings it to every subscribed queue. */
final class Publishing {

    private static final Logger LOG = System.getLogger(Publishing.class.getName());
    private static final int LONGEST = 262_144;

    private final Topics topics;
    private final Queues queues;
    private final Clock clock;
    private final Supplier<String> ids;

    Publishing(Topics topics, Queues queues, Clock clock, Supplier<String> ids) {
        this.topics = topics;
        this.queues = queues;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a caller publishes; of the attributes only names and string values. */
    record Message(String topic, String subject, MessageText text, Map<String, String> attributes) {}

    /** Reads a message whose parameters start with {@code prefix}; empty for a single one. */
    static Message read(Map<String, String> form, String prefix, String topic) {
        var attributes = new LinkedHashMap<String, String>();
        for (int n = 1; form.containsKey(prefix + "MessageAttributes.entry." + n + ".Name"); n++) {
            var entry = prefix + "MessageAttributes.entry." + n;
            attributes.put(form.get(entry + ".Name"), form.getOrDefault(entry + ".Value.StringValue", ""));
        }
        return new Message(
                topic,
                form.getOrDefault(prefix + "Subject", ""),
                MessageText.of(
                        form.getOrDefault(prefix + "Message", ""), form.getOrDefault(prefix + "MessageStructure", "")),
                attributes);
    }

    /** Publishes and answers the message's id; it is in the queues' file then. */
    String publish(Message message) {
        check(message);
        var id = ids.get();
        topics.log(notice(message, message.text().standard(), id));
        var text = message.text().forQueues();
        for (var subscription : topics.subscriptions(message.topic())) {
            try {
                if (subscription.raw()) {
                    queues.send(subscription.queue(), text, message.attributes());
                } else {
                    var notice = notice(message, text, id);
                    queues.send(subscription.queue(), notice.toString(), Map.of());
                }
            } catch (NoSuchQueueException e) {
                LOG.log(Level.WARNING, "{0} has no queue any more", subscription.arn());
            }
        }
        return id;
    }

    private void check(Message message) {
        topics.existing(message.topic());
        if (message.text().whole().isEmpty()) {
            throw AwsFault.of("InvalidParameter", "Invalid parameter: Empty message");
        }
        if (message.text().whole().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw AwsFault.of("InvalidParameter", "Invalid parameter: Message too long");
        }
        if (message.subject().length() > 100 || message.subject().contains("\n")) {
            throw AwsFault.of("InvalidParameter", "Invalid parameter: Subject");
        }
    }

    private ObjectNode notice(Message message, String text, String id) {
        var notice = JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", id)
                .put("TopicArn", message.topic());
        if (!message.subject().isEmpty()) {
            notice.put("Subject", message.subject());
        }
        notice.put("Message", text).put("Timestamp", clock.instant().toString());
        if (!message.attributes().isEmpty()) {
            var attributes = notice.putObject("MessageAttributes");
            message.attributes()
                    .forEach((name, value) ->
                            attributes.putObject(name).put("Type", "String").put("Value", value));
        }
        return notice;
    }
}
