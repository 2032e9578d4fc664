/** What an attribute can hold: values, their order as bytes, their sizes. */
@NullMarked
package io.trainyard.local.dynamodb.value;

import org.jspecify.annotations.NullMarked;
