/** Between JSON on the wire and values. */
@NullMarked
package io.trainyard.local.dynamodb.wire;

import org.jspecify.annotations.NullMarked;
