package io.trainyard.local.front.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller says about its signature, in the {@code Authorization} header or in a presigned URL.
 *
 * @param scope whose key signed, for which service
 * @param signedHeaders lower case, in the caller's order
 * @param time {@code 20260101T120000Z}
 * @param lifetime seconds that a presigned URL is good for; empty for a header
 */
public record Authorization(
        CredentialScope scope, List<String> signedHeaders, String signature, String time, Optional<Long> lifetime) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");

    boolean isPresigned() {
        return lifetime.isPresent();
    }

    /** Whether the request says anything of a SigV4 signature at all, complete or not. */
    public static boolean isIn(Head head) {
        return head.header("Authorization")
                        .filter(value -> value.startsWith("AWS4-"))
                        .isPresent()
                || head.query().contains("X-Amz-Credential=");
    }

    /** Reads it; empty where a part is missing or unreadable, which {@link #problem} then words. */
    public static Optional<Authorization> of(Head head) {
        return head.header("Authorization").isPresent() ? inHeader(head) : inQuery(head);
    }

    private static Optional<Authorization> inHeader(Head head) {
        var header = head.header("Authorization").orElse("");
        var time = head.header("X-Amz-Date").or(() -> head.header("Date")).orElse("");
        var signature = part(header, "Signature");
        var signed = part(header, "SignedHeaders");
        return CredentialScope.parse(part(header, "Credential"))
                .filter(scope -> !signature.isEmpty() && !signed.isEmpty() && !time.isEmpty())
                .map(scope -> new Authorization(scope, List.of(signed.split(";")), signature, time, Optional.empty()));
    }

    private static Optional<Authorization> inQuery(Head head) {
        var signature = head.parameter("X-Amz-Signature").orElse("");
        var signed = head.parameter("X-Amz-SignedHeaders").orElse("");
        var time = head.parameter("X-Amz-Date").orElse("");
        var lifetime = head.parameter("X-Amz-Expires").filter(Authorization::isSeconds);
        return CredentialScope.parse(head.parameter("X-Amz-Credential").orElse(""))
                .filter(scope -> !signature.isEmpty() && !signed.isEmpty() && !time.isEmpty() && lifetime.isPresent())
                .map(scope -> new Authorization(
                        scope, List.of(signed.split(";")), signature, time, lifetime.map(Long::parseLong)));
    }

    /** What is wrong with a header that cannot be read, in AWS's words (architect/dynalite index.js, aws/chalice issue 828). */
    static Breach problem(Head head) {
        var header = head.header("Authorization").orElse("");
        var missing = new ArrayList<String>();
        for (var part : PARTS) {
            if (part(header, part).isEmpty()) {
                missing.add("Authorization header requires '" + part + "' parameter.");
            }
        }
        if (head.header("X-Amz-Date").or(() -> head.header("Date")).isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (missing.isEmpty()) {
            return Breach.of(
                    Breach.Kind.MALFORMED,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term, got '" + part(header, "Credential") + "'");
        }
        if (!header.isEmpty()) {
            missing.add("Authorization=" + header);
        }
        return Breach.of(Breach.Kind.INCOMPLETE, String.join(" ", missing));
    }

    private static String part(String header, String name) {
        var mark = name + "=";
        var from = header.indexOf(mark);
        if (from < 0) {
            return "";
        }
        var to = header.indexOf(',', from);
        return header.substring(from + mark.length(), to < 0 ? header.length() : to)
                .strip();
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(Character::isDigit);
    }
}
