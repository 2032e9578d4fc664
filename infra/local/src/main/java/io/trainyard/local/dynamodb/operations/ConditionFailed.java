package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The condition of a write does not hold. Nothing was written. */
public final class ConditionFailed extends ServiceError {

    private final transient @Nullable MapValue item;
    private final double units;

    /** @param units what the refused write used */
    ConditionFailed(@Nullable MapValue item, double units) {
        super(own("ConditionalCheckFailedException"), "The conditional request failed");
        this.item = item;
        this.units = units;
    }

    /** The write units that were used although nothing was written. */
    public double units() {
        return units;
    }

    /** The item as it is, where the request asked to be told (ReturnValuesOnConditionCheckFailure) and it is there. */
    public Optional<MapValue> item() {
        return Optional.ofNullable(item);
    }
}
