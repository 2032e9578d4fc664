package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a function answers to a batch. SQS reads the failures and ignores the rest.
 *
 * @param batchItemFailures the messages that have to come again
 * @param decisions for messages that were only asked about: what would be done with them
 */
@RegisterForReflection
public record QueueAnswer(List<SQSBatchResponse.BatchItemFailure> batchItemFailures, List<String> decisions) {

    public QueueAnswer {
        batchItemFailures = List.copyOf(batchItemFailures);
        decisions = List.copyOf(decisions);
    }
}
