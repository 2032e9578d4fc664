package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import java.util.List;
import java.util.stream.Collectors;

/** A transaction of which nothing was done, with one reason per action, in the actions' order. */
public final class TransactionCancelled extends ServiceError {

    private final transient List<CancellationReason> reasons;

    TransactionCancelled(List<CancellationReason> reasons) {
        super(
                own("TransactionCanceledException"),
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", ")) + "]");
        this.reasons = List.copyOf(reasons);
    }

    public List<CancellationReason> reasons() {
        return reasons;
    }
}
