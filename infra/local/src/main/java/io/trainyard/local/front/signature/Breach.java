package io.trainyard.local.front.signature;

import java.util.Map;

/**
 * Why a signature does not hold.
 *
 * @param message AWS's sentence; S3 has sentences of its own, which its answer gives by the kind
 * @param details what S3's answer also carries, by element name
 */
public record Breach(Kind kind, String message, Map<String, String> details) {

    /** What each service has an error name of its own for. */
    public enum Kind {
        /** No signature at all on a request that needs one. */
        UNSIGNED,
        /** A part of the signature is missing. */
        INCOMPLETE,
        /** The credential is not of five parts. */
        MALFORMED,
        /** The account has no such access key. */
        UNKNOWN_KEY,
        /** Another secret signed, or something else than what arrived. */
        WRONG_SIGNATURE,
        /** Signed too long ago, or too far from now; how long is the service's own. */
        SKEWED,
        /** A presigned URL whose time is over. */
        EXPIRED,
        /** The body is not the one that its hash was signed for. */
        OTHER_BODY
    }

    static Breach of(Kind kind, String message) {
        return new Breach(kind, message, Map.of());
    }

    /** A request to a service that takes signed requests only. */
    public static Breach unsigned() {
        return of(Kind.UNSIGNED, "Request is missing Authentication Token");
    }

    static Breach otherBody(String claimed, String computed) {
        return new Breach(
                Kind.OTHER_BODY,
                "The provided 'x-amz-content-sha256' header does not match what was computed.",
                Map.of("ClientComputedContentSHA256", claimed, "S3ComputedContentSHA256", computed));
    }
}
