package io.trainyard.local.events;

import io.trainyard.local.sqs.NoSuchQueueException;
import io.trainyard.local.sqs.Queues;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Brings an event to the targets of every rule of its bus that matches. */
final class Delivery {

    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    private final BusStore buses;
    private final Queues queues;
    private final AtomicLong undelivered = new AtomicLong();

    Delivery(BusStore buses, Queues queues) {
        this.buses = buses;
        this.queues = queues;
    }

    /** Completes when the event is in the queues' file. */
    CompletableFuture<Void> deliver(String bus, String event) {
        var sends = buses.matching(bus, event).stream()
                .flatMap(rule -> rule.targets().stream().map(target -> send(rule, target, event)))
                .toList();
        return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new));
    }

    /** Events dropped because the target's queue is gone, as AWS drops them after a day of trying. */
    long undelivered() {
        return undelivered.get();
    }

    private CompletableFuture<?> send(StoredRule rule, Target target, String event) {
        try {
            var body = target.input() == null ? event : target.input();
            return queues.sendLater(target.queue(), body).toCompletableFuture();
        } catch (NoSuchQueueException gone) {
            undelivered.incrementAndGet();
            LOG.log(Level.WARNING, "rule {0} has a target without a queue: {1}", rule.key(), target.arn());
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
