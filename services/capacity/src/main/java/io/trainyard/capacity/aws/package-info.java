/** Capacity as a Lambda: its climbs in DynamoDB, its timers, its eye on the account's quotas. */
@NullMarked
package io.trainyard.capacity.aws;

import org.jspecify.annotations.NullMarked;
