package io.trainyard.local.front.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * S3's URLs presigned by Signature Version 2 (S3 developer guide, "Query string request authentication alternative"),
 * which the AWS CLI 1 still makes.
 */
public record OldPresignedUrl(String keyId, String signature, String expires) {

    /** Parameters of the query that the signature covers, among those that URLs for objects have. */
    private static final java.util.Set<String> SIGNED = java.util.Set.of(
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires",
            "versionId",
            "uploadId",
            "partNumber",
            "uploads");

    /** Reads it from a query; empty where there is none. */
    public static Optional<OldPresignedUrl> of(Head head) {
        var keyId = head.parameter("AWSAccessKeyId");
        var signature = head.parameter("Signature");
        return keyId.isEmpty() || signature.isEmpty()
                ? Optional.empty()
                : Optional.of(new OldPresignedUrl(
                        keyId.get(), signature.get(), head.parameter("Expires").orElse("")));
    }

    /** What is wrong with it. */
    public Optional<Breach> breach(Head head, Function<String, Optional<String>> secrets, Instant now) {
        var secret = secrets.apply(keyId);
        if (secret.isEmpty()) {
            return Optional.of(
                    new Breach(Breach.Kind.UNKNOWN_KEY, Signatures.UNKNOWN, Map.of("AWSAccessKeyId", keyId)));
        }
        var toSign = String.join(
                "\n",
                head.method(),
                head.header("Content-MD5").orElse(""),
                head.header("Content-Type").orElse(""),
                expires,
                head.path() + resources(head));
        var expected = Base64.getEncoder()
                .encodeToString(Digests.hmac("HmacSHA1", secret.get().getBytes(StandardCharsets.UTF_8), toSign));
        if (!Digests.same(expected, signature)) {
            return Optional.of(new Breach(
                    Breach.Kind.WRONG_SIGNATURE,
                    Signatures.MISMATCH,
                    Map.of("AWSAccessKeyId", keyId, "StringToSign", toSign, "SignatureProvided", signature)));
        }
        return Long.parseLong(expires) < now.getEpochSecond()
                ? Optional.of(new Breach(
                        Breach.Kind.EXPIRED,
                        "Request has expired",
                        Map.of("Expires", expires, "ServerTime", now.toString())))
                : Optional.empty();
    }

    private static String resources(Head head) {
        return head.parameters().stream()
                .filter(pair -> SIGNED.contains(pair.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getValue().isEmpty() ? pair.getKey() : pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), text -> text.isEmpty() ? "" : "?" + text));
    }
}
