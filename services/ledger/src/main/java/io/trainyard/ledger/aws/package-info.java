/** The ledger as a Lambda, and its books in DynamoDB. */
@NullMarked
package io.trainyard.ledger.aws;

import org.jspecify.annotations.NullMarked;
