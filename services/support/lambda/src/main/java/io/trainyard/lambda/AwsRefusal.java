package io.trainyard.lambda;

import io.trainyard.steps.domain.WhyNot;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What an adapter does about a no of AWS. Which no it is, is decided by {@link WhyNot}, for every service alike.
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
        return switch (why(answer)) {
            case ALREADY_EXISTS -> ALREADY_EXISTS;
            case NOT_FOUND -> NOT_FOUND;
            case CALLER -> CALLER;
            case QUOTA -> QUOTA;
            case CAPACITY, SPOT -> CAPACITY;
            case THROTTLING, PLATFORM, OURS -> AGAIN;
        };
    }

    /** Whether it said no only because too much was asked at once. */
    static boolean throttles(AwsServiceException answer) {
        return why(answer) == WhyNot.THROTTLING;
    }

    /** AWS's own sentence, without the request ids that the SDK adds to it. */
    public static String words(AwsServiceException answer) {
        return answer.awsErrorDetails() == null
                ? String.valueOf(answer.getMessage())
                : answer.awsErrorDetails().errorMessage();
    }

    private static WhyNot why(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
        return WhyNot.ofError(code, String.valueOf(answer.getMessage()));
    }
}
