package io.trainyard.local.dynamodb.storage;

/**
 * Which table this is.
 *
 * @param id never used twice, not even for a table of the same name
 * @param created milliseconds since 1970
 */
public record TableIdentity(String name, String id, String arn, long created) {}
