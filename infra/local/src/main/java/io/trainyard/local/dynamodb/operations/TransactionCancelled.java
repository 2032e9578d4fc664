package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A transaction of which nothing was done, with one reason per action, in the actions' order. */
public final class TransactionCancelled extends ServiceError {

    private final transient List<Reason> reasons;

    TransactionCancelled(List<Reason> reasons) {
        super(
                own("TransactionCanceledException"),
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + reasons.stream().map(Reason::code).collect(Collectors.joining(", ")) + "]");
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** Why one action failed; the code is None where it did not. */
    public record Reason(
            String code, @Nullable String message, @Nullable MapValue item) {

        static final Reason NONE = new Reason("None", null, null);
    }
}
