package io.trainyard.local.lambda;

import io.trainyard.local.sqs.NoSuchQueueException;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.sqs.ReceivedMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Feeds a function from a queue: waits for messages, calls the function with a batch, deletes what went well. What
 * failed stays and comes back after a delay of the account's own; after its last receive the queue moves it to the
 * dead-letter queue.
 */
final class EventSourceMapping implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventSourceMapping.class.getName());
    // Short, because a wait that is given up would swallow the message that ends it.
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LAST_BATCHES = Duration.ofSeconds(5);

    private final Source source;
    private final Function function;
    private final Queues queues;
    private final Semaphore atOnce;
    private final Redelivery redelivery;
    private volatile boolean enabled = true;
    private volatile boolean running = true;
    private volatile Thread poller = Thread.currentThread();
    private final int mostAtOnce;
    private final BatchWindow window;

    /** The queue, how many of its messages one call gets at most, and how long the first of them waits for others. */
    record Source(String queue, String arn, int batch, Duration window, String region) {}

    EventSourceMapping(Source source, Function function, Queues queues, int atOnce, Redelivery redelivery) {
        this.source = source;
        this.window = new BatchWindow(source.batch(), source.window(), POLL, System::nanoTime);
        this.function = function;
        this.queues = queues;
        this.mostAtOnce = atOnce;
        this.atOnce = new Semaphore(atOnce, true);
        this.redelivery = redelivery;
    }

    void start() {
        poller =
                Thread.ofVirtual().name("feeds-" + function.definition().name()).start(this::poll);
    }

    Source source() {
        return source;
    }

    Function function() {
        return function;
    }

    boolean enabled() {
        return enabled;
    }

    /** A disabled mapping finishes what it has and takes nothing more. */
    void enable(boolean now) {
        enabled = now;
    }

    /** Takes nothing more, and gives what it has a moment to finish. */
    @Override
    public void close() {
        running = false;
        try {
            poller.join(POLL.plus(POLL));
            if (!atOnce.tryAcquire(mostAtOnce, LAST_BATCHES.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "{0} is ended in the middle of a batch", source.queue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        while (running) {
            try {
                if (enabled) {
                    takeOnce();
                } else {
                    Thread.sleep(POLL);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void takeOnce() throws InterruptedException {
        atOnce.acquire();
        var handedOver = false;
        try {
            var messages = window.gather((most, wait) -> queues.receive(source.queue(), most, wait));
            if (!messages.isEmpty()) {
                handedOver = true;
                Thread.startVirtualThread(() -> handle(messages));
            }
        } finally {
            if (!handedOver) {
                atOnce.release();
            }
        }
    }

    private void pauseAfter(RuntimeException problem) {
        if (!running) {
            return;
        }
        if (!(problem instanceof NoSuchQueueException)) {
            LOG.log(Level.WARNING, "cannot read queue " + source.queue() + "; trying again", problem);
        }
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(List<ReceivedMessage> messages) {
        try {
            var failed = call(messages);
            for (var message : messages) {
                if (!failed.contains(message.id())) {
                    queues.delete(source.queue(), message.receipt());
                } else {
                    redelivery
                            .after(message.receives(), queues.visibility(source.queue()))
                            .ifPresent(delay -> queues.comeBackAfter(source.queue(), message.receipt(), delay));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (running) {
                LOG.log(Level.WARNING, "a batch of " + source.queue() + " was not finished", e);
            }
        } finally {
            atOnce.release();
        }
    }

    private Set<String> call(List<ReceivedMessage> messages) throws InterruptedException {
        var payload = SqsEvents.payload(messages, source.arn(), source.region());
        return switch (function.call(payload)) {
            case InvocationResult.Answered answered -> SqsEvents.failures(answered.payload(), messages);
            case InvocationResult.Failed failed -> {
                LOG.log(
                        Level.WARNING,
                        "{0} failed: {1}",
                        function.definition().name(),
                        new String(failed.payload(), StandardCharsets.UTF_8));
                yield messages.stream().map(ReceivedMessage::id).collect(Collectors.toSet());
            }
        };
    }
}
