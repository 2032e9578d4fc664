package io.trainyard.local.front;

/** An answer that a service refuses with, in AWS's words. */
public final class AwsFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /**
     * A fault.
     *
     * @param status the HTTP status
     * @param code AWS's error code: {@code ResourceNotFoundException}
     */
    public AwsFault(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The caller's fault, status 400. */
    public static AwsFault of(String code, String message) {
        return new AwsFault(400, code, message);
    }

    /** What AWS has and this account has not; says so rather than pretending. */
    public static AwsFault notHere(String what) {
        return new AwsFault(501, "NotImplemented", what + " is not supported by the local account.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
