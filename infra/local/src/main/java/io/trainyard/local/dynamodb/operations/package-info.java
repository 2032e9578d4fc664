/** The operations of the API, one class per family. */
@NullMarked
package io.trainyard.local.dynamodb.operations;

import org.jspecify.annotations.NullMarked;
