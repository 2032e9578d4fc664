package io.trainyard.local.dynamodb.storage;

/** Provisioned units per second, told back and never enforced; zero where the table is billed per request. */
public record Throughput(long read, long write) {

    public static final Throughput NONE = new Throughput(0, 0);
}
