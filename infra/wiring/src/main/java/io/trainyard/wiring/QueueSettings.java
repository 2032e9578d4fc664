package io.trainyard.wiring;

/**
 * How a service's queue behaves.
 *
 * @param visibility seconds that a received message stays invisible, longer than the function may run
 * @param maxReceives how often a message is tried before it becomes a dead letter
 * @param batch how many messages one invocation gets at most
 * @param window seconds that the first message of a batch waits for others; 0 where it is handled at once
 */
public record QueueSettings(int visibility, int maxReceives, int batch, int window) {

    /** Seconds that a dead letter stays invisible to others while it is taken in: longer than any function may run for it. */
    public static final int DEAD_LETTER_VISIBILITY = 180;

    /** Seconds that a message stays in every service's queue: 4 days. */
    public static final int RETENTION = 345_600;

    /**
     * Seconds that a message stays in every dead-letter queue: 14 days, the most that SQS keeps. SQS counts from the first
     * sending, so what dies on the last day of its queue still waits ten days for a person.
     */
    public static final int DEAD_LETTER_RETENTION = 1_209_600;
}
