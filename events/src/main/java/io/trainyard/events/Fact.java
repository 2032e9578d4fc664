package io.trainyard.events;

/** What happened: the {@code data} of an event. Immutable; a change inside a version is only ever additive. */
public sealed interface Fact permits ReleasingFact, StandingFact, UnroutedFact {}
