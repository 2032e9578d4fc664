/** SNS: topics, SQS subscriptions, and a log of what was published. */
@NullMarked
package io.trainyard.local.sns;

import org.jspecify.annotations.NullMarked;
