package io.trainyard.events;

/** A run's deadline has come; the ledger fails the run if it is still open. */
public record JobDeadlinePassed(int run) implements UnroutedFact {}
