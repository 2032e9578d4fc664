package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.Optional;

/** What a write has done: the item before and after, empty where there is none. */
record Outcome(Optional<MapValue> before, Optional<MapValue> after) {}
