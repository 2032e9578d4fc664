/** SQS: ElasticMQ inside the account's process, kept in a file, and the account's own way to its queues. */
@NullMarked
package io.trainyard.local.sqs;

import org.jspecify.annotations.NullMarked;
