package io.trainyard.local.front.signature;

import java.util.Optional;

/**
 * The part of a SigV4 signature that says who calls which service: {@code AKID/20260101/eu-west-1/s3/aws4_request}.
 *
 * @param date {@code yyyyMMdd}; this, region and service are what the signing key is derived from
 */
public record CredentialScope(String accessKeyId, String date, String region, String service) {

    private static final String END = "aws4_request";

    static Optional<CredentialScope> parse(String credential) {
        var parts = credential.split("/");
        return parts.length == 5 && parts[4].equals(END)
                ? Optional.of(new CredentialScope(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** The scope as the string to sign has it, without the key's id. */
    String text() {
        return date + "/" + region + "/" + service + "/" + END;
    }
}
