package io.trainyard.local.events;

import io.trainyard.local.sqs.NoSuchQueueException;
import io.trainyard.local.sqs.Queues;
import io.trainyard.wiring.Deployment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Brings an event to the targets of every rule of its bus that matches. */
final class Delivery {

    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    private final BusStore buses;
    private final Queues queues;
    private final Deployment deployment;
    private final AtomicLong undelivered = new AtomicLong();

    Delivery(BusStore buses, Queues queues, Deployment deployment) {
        this.buses = buses;
        this.queues = queues;
        this.deployment = deployment;
    }

    /** Completes when the event is in the queues' file. */
    CompletableFuture<Void> deliver(String bus, String event) {
        var sends = buses.matching(bus, event).stream()
                .flatMap(rule -> rule.targets().stream().map(target -> send(rule, target, event)))
                .toList();
        return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new));
    }

    /** Events dropped because the target's queue is gone and so is its dead-letter queue, if it has one. */
    long undelivered() {
        return undelivered.get();
    }

    private CompletableFuture<?> send(StoredRule rule, Target target, String event) {
        try {
            var body = target.input() == null ? event : target.input();
            return queues.sendLater(target.queue(), body, Map.of()).toCompletableFuture();
        } catch (NoSuchQueueException gone) {
            return sendToDeadLetters(rule, target, event);
        }
    }

    /** AWS tries nothing again where the target is not there. */
    private CompletableFuture<?> sendToDeadLetters(StoredRule rule, Target target, String event) {
        if (target.deadLetters() != null) {
            try {
                var queue = Target.queue(target.deadLetters());
                return queues.sendLater(queue, event, why(rule, target)).toCompletableFuture();
            } catch (NoSuchQueueException gone) {
                LOG.log(
                        Level.WARNING,
                        "rule {0} has no dead-letter queue any more: {1}",
                        rule.key(),
                        gone.getMessage());
            }
        }
        undelivered.incrementAndGet();
        LOG.log(Level.WARNING, "rule {0} has a target without a queue: {1}", rule.key(), target.arn());
        return CompletableFuture.completedFuture(List.of());
    }

    /** The attributes that EventBridge gives such a message: docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html. */
    private Map<String, String> why(StoredRule rule, Target target) {
        return Map.of(
                "RULE_ARN",
                rule.arn(deployment),
                "TARGET_ARN",
                target.arn(),
                "ERROR_CODE",
                "NO_RESOURCE",
                "ERROR_MESSAGE",
                "The specified queue does not exist.",
                "RETRY_ATTEMPTS",
                "0");
    }
}
