package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * What one Query or Scan answers.
 *
 * @param scanned items read, before the filter
 * @param bytes their size, as AWS counts it
 * @param last where the next page begins; empty where everything has been read
 */
record Page(List<MapValue> items, int scanned, int bytes, Optional<MapValue> last) {}
