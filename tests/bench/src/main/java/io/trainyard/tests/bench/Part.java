package io.trainyard.tests.bench;

/** Which sum of a bill a price belongs to. */
enum Part {
    /** Events, queues and functions. */
    MESSAGES,
    /** DynamoDB. */
    STATE,
    APART,
    LOGS
}
