package io.trainyard.local.dynamodb;

/** Whose DynamoDB the suite runs on. */
enum Implementation {
    /** The local account's. */
    OURS,
    /** moto's server: cases with a {@link Differs} note are expected to fail. */
    MOTO,
    /** Any other endpoint, AWS's own among them: no notes are known. */
    OTHER
}
