package io.trainyard.local.dynamodb.fault;

/**
 * A request refused: the error's name on the wire and AWS's sentence for it. Expected, so it carries no stack trace.
 *
 * <p>Wording follows what DynamoDB itself answers, as far as its documentation and public threads show it.
 */
public class ServiceError extends RuntimeException {

    private static final String OWN = "com.amazonaws.dynamodb.v20120810#";
    private static final String CORAL = "com.amazon.coral.service#";

    private final String type;

    protected ServiceError(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public static ServiceError validation(String message) {
        return new ServiceError("com.amazon.coral.validate#ValidationException", message);
    }

    /** A value that breaks a constraint of the API model, in the words of AWS's front door. */
    public static ServiceError constraint(String value, String member, String rule) {
        String shown = value.equals("null") ? value : "'" + value + "'";
        return validation("1 validation error detected: Value " + shown + " at '" + member
                + "' failed to satisfy constraint: " + rule);
    }

    public static ServiceError invalidParameter(String message) {
        return validation("One or more parameter values were invalid: " + message);
    }

    public static ServiceError serialization(String message) {
        return new ServiceError(CORAL + "SerializationException", message);
    }

    public static ServiceError unknownOperation(String message) {
        return new ServiceError(CORAL + "UnknownOperationException", message);
    }

    public static ServiceError notFound(String message) {
        return new ServiceError(OWN + "ResourceNotFoundException", message);
    }

    public static ServiceError limitExceeded(String message) {
        return new ServiceError(OWN + "LimitExceededException", message);
    }

    public static ServiceError inUse(String message) {
        return new ServiceError(OWN + "ResourceInUseException", message);
    }

    public static ServiceError idempotentMismatch(String message) {
        return new ServiceError(OWN + "IdempotentParameterMismatchException", message);
    }

    protected static String own(String name) {
        return OWN + name;
    }

    /** The error's full name on the wire: {@code namespace#Name}. */
    public String type() {
        return type;
    }

    /** The name alone, as SDKs show it. */
    public String code() {
        return type.substring(type.indexOf('#') + 1);
    }

    /** AWS's sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
