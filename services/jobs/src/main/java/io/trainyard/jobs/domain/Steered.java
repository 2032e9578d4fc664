package io.trainyard.jobs.domain;

/** What became of asking to change the course of a job. */
public sealed interface Steered {

    /** It is asked for; what comes of it will be in the record. */
    record Asked(String jobId, int run, String message) implements Steered {}

    /** There is no such job. */
    record Unknown() implements Steered {}

    /** The job is not where that makes sense. */
    record Impossible(String message) implements Steered {}
}
