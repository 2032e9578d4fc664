package io.trainyard.wiring;

/**
 * How a service's queue behaves.
 *
 * @param visibility seconds that a received message stays invisible, longer than the function may run
 * @param maxReceives how often a message is tried before it becomes a dead letter
 * @param batch how many messages one invocation gets at most
 */
public record QueueSettings(int visibility, int maxReceives, int batch) {}
