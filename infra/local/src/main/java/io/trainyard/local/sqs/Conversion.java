package io.trainyard.local.sqs;

import java.time.Instant;
import java.util.HashMap;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageData;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.StringMessageAttribute;
import scala.jdk.javaapi.CollectionConverters;

/** ElasticMQ's messages as the account's own. */
final class Conversion {

    private Conversion() {}

    static ReceivedMessage message(MessageData data) {
        var attributes = new HashMap<String, ReceivedMessage.Attribute>();
        CollectionConverters.asJava(data.messageAttributes())
                .forEach((name, value) -> attributes.put(name, attribute(value)));
        var sent = data.created().toInstant();
        return new ReceivedMessage(
                data.id().id(),
                data.deliveryReceipt().get().receipt(),
                data.content().value(),
                sent,
                firstReceived(data, sent),
                data.statistics().approximateReceiveCount(),
                attributes);
    }

    private static Instant firstReceived(MessageData data, Instant sent) {
        return data.statistics().approximateFirstReceive() instanceof OnDateTimeReceived received
                ? received.when().toInstant()
                : sent;
    }

    private static ReceivedMessage.Attribute attribute(MessageAttribute value) {
        var type = value.getDataType();
        if (value instanceof BinaryMessageAttribute binary) {
            return new ReceivedMessage.Attribute(type, binary.asBase64());
        }
        return value instanceof NumberMessageAttribute number
                ? new ReceivedMessage.Attribute(type, number.stringValue())
                : new ReceivedMessage.Attribute(type, ((StringMessageAttribute) value).stringValue());
    }
}
