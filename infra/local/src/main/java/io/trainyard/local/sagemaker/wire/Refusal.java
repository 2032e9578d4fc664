package io.trainyard.local.sagemaker.wire;

/** A request that is refused, with the error name and the sentence that AWS gives. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    public Refusal(String error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public static Refusal validation(String message) {
        return new Refusal("ValidationException", message);
    }

    /** {@code ValidationException}, {@code ResourceInUse}, ... */
    public String error() {
        return error;
    }
}
