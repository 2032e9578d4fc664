/** Notices as a Lambda: its claims in DynamoDB, its topic on SNS. */
@NullMarked
package io.trainyard.notices.aws;

import org.jspecify.annotations.NullMarked;
