package io.trainyard.local.front;

import java.util.Optional;
import java.util.Set;

/** The forms in which AWS's services answer errors. */
public enum ErrorForm {
    /** JSON with the error's name in {@code __type}. */
    JSON,
    /** JSON with the error's name in a header. */
    REST_JSON,
    /** JSON as above, and the name that the service had in the query protocol in a header. */
    JSON_AFTER_QUERY,
    /** {@code <ErrorResponse>}. */
    QUERY,
    /** S3's {@code <Error>}. */
    OBJECTS;

    private static final Set<String> QUERIED = Set.of("sns", "sts", "iam", "cloudformation", "autoscaling", "rds");
    private static final Set<String> BY_PATH = Set.of("scheduler", "lambda", "apigateway", "execute-api");

    /**
     * The form in which a service answers.
     *
     * @param service the name in the credential scope; empty where it cannot be read
     * @param path SageMaker's runtime is told from its control plane by it
     * @param contentType a service that has both protocols answers in that of the request
     */
    public static ErrorForm of(String service, String path, Optional<String> contentType) {
        if (service.equals("s3")) {
            return OBJECTS;
        }
        var isForm = contentType
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (QUERIED.contains(service) || isForm) {
            return QUERY;
        }
        if (service.equals("sqs")) {
            return JSON_AFTER_QUERY;
        }
        return BY_PATH.contains(service) || path.startsWith("/endpoints/") ? REST_JSON : JSON;
    }
}
