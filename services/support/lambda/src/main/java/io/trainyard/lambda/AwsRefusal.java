package io.trainyard.lambda;

import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What AWS means when it says no. The error's name alone does not tell: for models, endpoint configurations and endpoints both
 * "already exists" and "not found" are {@code ValidationException}s.
 */
public enum AwsRefusal {
    /** A resource of that name is there: by an earlier delivery, or somebody else's. */
    ALREADY_EXISTS,
    /** There is no such resource. */
    NOT_FOUND,
    /** The request can never succeed as it stands. */
    CALLER,
    /** The account may not have more of it. */
    QUOTA,
    /** AWS has none to give now. */
    CAPACITY,
    /** Trying again may help: throttling, an error of AWS, a permission that is missing. */
    AGAIN;

    /** Reads an answer of a control plane. */
    public static AwsRefusal of(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
        String message = String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT);
        if (code.startsWith("ResourceInUse") || says(message, "already existing", "already exists")) {
            return ALREADY_EXISTS;
        }
        if (code.startsWith("ResourceNotFound")
                || says(message, "requested resource not found", "could not find", "record not found")) {
            return NOT_FOUND;
        }
        if (says(
                message, "capacityerror", "insufficientinstancecapacity", "unable to provision requested ml compute")) {
            return CAPACITY;
        }
        return byCode(code);
    }

    /** AWS's own sentence, without the request ids that the SDK adds to it. */
    public static String words(AwsServiceException answer) {
        return answer.awsErrorDetails() == null
                ? String.valueOf(answer.getMessage())
                : answer.awsErrorDetails().errorMessage();
    }

    private static AwsRefusal byCode(String code) {
        return switch (code) {
            case "ResourceLimitExceeded", "ResourceLimitExceededException" -> QUOTA;
            case "ValidationException", "ValidationError", "InvalidParameterValue" -> CALLER;
            default -> AGAIN;
        };
    }

    private static boolean says(String message, String... words) {
        return Stream.of(words).anyMatch(message::contains);
    }
}
