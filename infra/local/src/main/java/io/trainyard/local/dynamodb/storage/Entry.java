package io.trainyard.local.dynamodb.storage;

/** A key and what lies under it. */
public record Entry(byte[] key, byte[] value) {}
