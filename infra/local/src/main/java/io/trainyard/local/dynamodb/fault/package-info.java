/** How a request is refused, in DynamoDB's own names and words. */
@NullMarked
package io.trainyard.local.dynamodb.fault;

import org.jspecify.annotations.NullMarked;
