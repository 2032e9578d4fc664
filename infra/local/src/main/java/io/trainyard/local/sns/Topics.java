package io.trainyard.local.sns;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.store.DocumentMap;
import io.trainyard.local.store.Documents;
import io.trainyard.wiring.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The topics, their subscriptions, and the last messages that were published, kept in a file. */
final class Topics {

    private static final int KEPT_MESSAGES = 1_000;

    private final DocumentMap topics;
    private final DocumentMap subscriptions;
    private final DocumentMap messages;
    private final Deployment deployment;

    Topics(Documents documents, Deployment deployment) {
        this.topics = documents.map("sns.topics");
        this.subscriptions = documents.map("sns.subscriptions");
        this.messages = documents.map("sns.messages");
        this.deployment = deployment;
    }

    /** A subscription as it is kept. */
    record Subscription(String arn, String topic, String endpoint, boolean raw) {

        String queue() {
            return endpoint.substring(endpoint.lastIndexOf(':') + 1);
        }
    }

    String create(String name) {
        var arn = deployment.topicArn(name);
        topics.putIfAbsent(arn, new byte[0]);
        return arn;
    }

    void delete(String arn) {
        subscriptions(arn).forEach(subscription -> unsubscribe(subscription.arn()));
        topics.remove(arn);
    }

    String existing(String arn) {
        if (!topics.contains(arn)) {
            throw new AwsFault(404, "NotFound", "Topic does not exist");
        }
        return arn;
    }

    List<String> topics() {
        return List.copyOf(topics.all().keySet());
    }

    /** Subscribes once: the same topic and endpoint give the same subscription. */
    Subscription subscribe(String topic, String endpoint, boolean raw, String id) {
        var existing = subscriptions(topic).stream()
                .filter(subscription -> subscription.endpoint().equals(endpoint))
                .findFirst();
        return existing.orElseGet(() -> keep(new Subscription(topic + ":" + id, topic, endpoint, raw)));
    }

    Subscription keep(Subscription subscription) {
        try {
            subscriptions.put(subscription.arn(), JSON.writeValueAsBytes(subscription));
            return subscription;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean unsubscribe(String arn) {
        return subscriptions.remove(arn);
    }

    Optional<Subscription> subscription(String arn) {
        return subscriptions.get(arn).map(Topics::subscription);
    }

    List<Subscription> subscriptions() {
        return subscriptions.all().values().stream().map(Topics::subscription).toList();
    }

    List<Subscription> subscriptions(String topic) {
        return subscriptions().stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .toList();
    }

    /** Notes a published message; the oldest are forgotten. */
    synchronized void log(ObjectNode message) {
        var last = messages.all().keySet().stream()
                .reduce((a, b) -> b)
                .map(Long::parseLong)
                .orElse(0L);
        messages.put("%012d".formatted(last + 1), JsonProtocol.bytes(message));
        messages.remove("%012d".formatted(last + 1 - KEPT_MESSAGES));
    }

    List<JsonNode> logged() {
        return messages.all().values().stream().map(Topics::json).toList();
    }

    private static Subscription subscription(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Subscription.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a subscription in the state folder cannot be read", e);
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a notice in the state folder cannot be read", e);
        }
    }
}
