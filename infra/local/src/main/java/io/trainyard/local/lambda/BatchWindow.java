package io.trainyard.local.lambda;

import io.trainyard.local.sqs.ReceivedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Gathers the messages of one call: what a first receive brings, and what comes until the batch is full or its window is over.
 *
 * <p>Source: Lambda Developer Guide, "Batching behavior": the window begins with the first message. Every receive is a request of its own,
 * so a window spares invocations and no receives.
 */
final class BatchWindow {

    private final int most;
    private final Duration window;
    private final Duration poll;
    private final LongSupplier nanos;

    /** Waits up to a time for the first of at most so many messages. */
    interface Receive {
        List<ReceivedMessage> messages(int most, Duration wait);
    }

    BatchWindow(int most, Duration window, Duration poll, LongSupplier nanos) {
        this.most = most;
        this.window = window;
        this.poll = poll;
        this.nanos = nanos;
    }

    /** Empty where nothing came within one poll. */
    List<ReceivedMessage> gather(Receive queue) {
        var gathered = new ArrayList<>(queue.messages(most, poll));
        long begun = nanos.getAsLong();
        Duration left = window;
        while (!gathered.isEmpty() && gathered.size() < most && left.isPositive()) {
            gathered.addAll(queue.messages(most - gathered.size(), left.compareTo(poll) < 0 ? left : poll));
            left = window.minusNanos(nanos.getAsLong() - begun);
        }
        return gathered;
    }
}
