/** DynamoDB of the local account: the API's operations over an embedded ordered store. */
@NullMarked
package io.trainyard.local.dynamodb;

import org.jspecify.annotations.NullMarked;
