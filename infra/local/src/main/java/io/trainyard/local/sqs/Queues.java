package io.trainyard.local.sqs;

import io.trainyard.local.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.NewMessageData;
import org.elasticmq.QueueData;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The account's own way to its queues, past HTTP: same queues, same durability, a fraction of the time. Calls block;
 * all throw {@link NoSuchQueueException} for a queue that is not there.
 */
public final class Queues {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String SQS = "sqs";

    private final ActorRef manager;
    private final Usage usage;
    private final Map<String, ActorRef> known = new ConcurrentHashMap<>();

    Queues(ActorRef manager, Usage usage) {
        this.manager = manager;
        this.usage = usage;
    }

    /** Sends a message; it is in the file when this returns. */
    public void send(String queue, String body, Map<String, String> attributes) {
        countSent(queue, body);
        ask(queue, sending(body, attributes), PATIENCE);
    }

    /** Sends without waiting; the message is in the file when the result completes. */
    public CompletionStage<?> sendLater(String queue, String body, Map<String, String> attributes) {
        var asked = Patterns.ask(actor(queue), sending(body, attributes), PATIENCE);
        countSent(queue, body);
        return asked;
    }

    /** Takes up to {@code count} messages, waiting for the first as long as {@code wait}. */
    public List<ReceivedMessage> receive(String queue, int count, Duration wait) {
        var waiting = wait.isZero() ? Option.<Duration>empty() : Option.apply(wait);
        var question = new ReceiveMessages(DefaultVisibilityTimeout$.MODULE$, count, waiting, Option.empty());
        @SuppressWarnings("unchecked")
        var taken = (scala.collection.immutable.List<MessageData>) ask(queue, question, wait.plus(PATIENCE));
        var messages = CollectionConverters.asJava(taken).stream()
                .map(Conversion::message)
                .toList();
        // An empty receive here is no receive there: Lambda waits longer.
        if (!messages.isEmpty()) {
            usage.add(SQS, "receives", queue, 1);
        }
        return messages;
    }

    /** Deletes a received message; one whose receipt has expired stays. */
    public void delete(String queue, String receipt) {
        usage.add(SQS, "deletes", queue, 1);
        ask(queue, new DeleteMessage(new DeliveryReceipt(receipt)), PATIENCE);
    }

    /** Lets a received message come back after {@code delay}. */
    public void comeBackAfter(String queue, String receipt, Duration delay) {
        usage.add(SQS, "visibility changes", queue, 1);
        var timeout = new MillisVisibilityTimeout(delay.toMillis());
        ask(queue, new UpdateVisibilityTimeout(new DeliveryReceipt(receipt), timeout), PATIENCE);
    }

    /** How long a received message of the queue stays away when nobody deletes it. */
    public Duration visibility(String queue) {
        var data = (QueueData) ask(queue, new GetQueueData(), PATIENCE);
        return Duration.ofMillis(data.defaultVisibilityTimeout().millis());
    }

    public boolean exists(String queue) {
        return lookup(queue).isDefined();
    }

    private void countSent(String queue, String body) {
        usage.add(SQS, "sends", queue, Usage.chunks(body.getBytes(StandardCharsets.UTF_8).length));
    }

    private Object ask(String queue, Object question, Duration patience) {
        return Asking.ask(actor(queue), question, patience);
    }

    private ActorRef actor(String queue) {
        var actor = known.get(queue);
        if (actor != null && !actor.isTerminated()) {
            return actor;
        }
        var found = lookup(queue);
        if (found.isEmpty()) {
            throw new NoSuchQueueException(queue);
        }
        known.put(queue, found.get());
        return found.get();
    }

    private static SendMessage sending(String body, Map<String, String> attributes) {
        var converted = new HashMap<String, MessageAttribute>();
        attributes.forEach((name, value) -> converted.put(name, new StringMessageAttribute(value, Option.empty())));
        var none = Option.<String>empty();
        return new SendMessage(new NewMessageData(
                Option.empty(),
                MessageContent.apply(body),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(converted)),
                ImmediateNextDelivery$.MODULE$,
                none,
                Option.empty(),
                0,
                Option.empty(),
                none,
                none));
    }

    @SuppressWarnings("unchecked")
    private Option<ActorRef> lookup(String queue) {
        return (Option<ActorRef>) Asking.ask(manager, new LookupQueue(queue), PATIENCE);
    }
}
