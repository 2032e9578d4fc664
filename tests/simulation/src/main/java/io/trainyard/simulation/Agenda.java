package io.trainyard.simulation;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** What is to happen, by its time; what is due at the same moment comes in the order of a number that was drawn for it. */
final class Agenda {

    record Due(Instant when, long order, Supplier<String> what, Runnable act) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = when.compareTo(other.when);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();

    void add(Due due) {
        queue.add(due);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean dueAt(Instant time) {
        return !queue.isEmpty() && !queue.peek().when().isAfter(time);
    }

    boolean dueBefore(Instant time) {
        return !queue.isEmpty() && queue.peek().when().isBefore(time);
    }

    /** Takes off what comes first; there has to be something. */
    Due next() {
        return queue.remove();
    }
}
