package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import org.jspecify.annotations.Nullable;

/** Why one action of a transaction failed; the code is None where it did not. */
public record CancellationReason(
        String code, @Nullable String message, @Nullable MapValue item) {

    static final CancellationReason NONE = new CancellationReason("None", null, null);
}
