package io.trainyard.local.sqs;

import java.util.Map;

/**
 * The names that SQS's errors had in the query protocol, by which boto3 and the AWS CLI still know them. ElasticMQ sends its
 * own in their place.
 *
 * <p>Sources: {@code exceptionCode} of QueueDoesNotExist and InvalidBatchEntryId in early aws-sdk-js-v3 (client-sqs-node). The
 * other names are not verified: they follow the same form, and whoever meets one on AWS should correct it here.
 */
public final class QueryErrors {

    private static final String OLD = "AWS.SimpleQueueService.";
    private static final Map<String, String> OTHERWISE = Map.of(
            "QueueDoesNotExist", OLD + "NonExistentQueue",
            "QueueNameExists", "QueueAlreadyExists",
            "BatchEntryIdsNotDistinct", OLD + "BatchEntryIdsNotDistinct",
            "EmptyBatchRequest", OLD + "EmptyBatchRequest",
            "InvalidBatchEntryId", OLD + "InvalidBatchEntryId",
            "PurgeQueueInProgress", OLD + "PurgeQueueInProgress",
            "TooManyEntriesInBatchRequest", OLD + "TooManyEntriesInBatchRequest",
            "UnsupportedOperation", OLD + "UnsupportedOperation");

    private QueryErrors() {}

    /** {@code AWS.SimpleQueueService.NonExistentQueue;Sender} for ElasticMQ's {@code com.amazonaws.sqs#QueueDoesNotExist}. */
    public static String of(String error) {
        var name = error.substring(error.indexOf('#') + 1);
        return name.contains(";") ? name : OTHERWISE.getOrDefault(name, name) + ";Sender";
    }
}
