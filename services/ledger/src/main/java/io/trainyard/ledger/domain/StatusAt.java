package io.trainyard.ledger.domain;

import java.time.Instant;

/** One line of a job's history: the status that a run reached, and when. */
public record StatusAt(JobStatus status, Instant at, int run) {}
