package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.expression.Update;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;

/** What a write does to its item once its condition holds. */
sealed interface Effect {

    record Put(MapValue item) implements Effect {}

    /**
     * Changes the item, or makes it out of its key.
     *
     * @param key what the item begins with where there is none
     */
    record Modify(MapValue key, Update update) implements Effect {}

    record Delete() implements Effect {}

    /** Nothing: only the condition counts. */
    record Check() implements Effect {}
}
