package io.trainyard.local.front;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The part of a SigV4 signature that says who calls which service: {@code AKID/20260101/eu-west-1/s3/aws4_request}. */
public record CredentialScope(String accessKeyId, String date, String region, String service) {

    private static final String HEADER_MARK = "Credential=";
    private static final String QUERY_MARK = "X-Amz-Credential=";
    private static final String OLD_QUERY_MARK = "AWSAccessKeyId=";

    /**
     * Reads the scope from the {@code Authorization} header, or from a presigned URL's query. The AWS CLI 1 still
     * presigns S3 URLs by version 2, whose query has a key and no scope.
     *
     * @param authorization the header, empty where there is none
     * @param query the raw query string, empty where there is none
     */
    public static Optional<CredentialScope> of(String authorization, String query) {
        var inHeader = authorization.indexOf(HEADER_MARK);
        if (authorization.startsWith("AWS4-") && inHeader > 0) {
            return parse(upTo(authorization, inHeader + HEADER_MARK.length(), ','));
        }
        var inQuery = query.indexOf(QUERY_MARK);
        if (inQuery >= 0) {
            var encoded = upTo(query, inQuery + QUERY_MARK.length(), '&');
            return parse(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        }
        var inOldQuery = query.indexOf(OLD_QUERY_MARK);
        if (inOldQuery >= 0 && query.contains("Signature=")) {
            return Optional.of(
                    new CredentialScope(upTo(query, inOldQuery + OLD_QUERY_MARK.length(), '&'), "", "", "s3"));
        }
        return Optional.empty();
    }

    private static String upTo(String text, int from, char end) {
        var to = text.indexOf(end, from);
        return (to < 0 ? text.substring(from) : text.substring(from, to)).strip();
    }

    private static Optional<CredentialScope> parse(String credential) {
        var parts = credential.split("/");
        return parts.length == 5 && parts[4].equals("aws4_request")
                ? Optional.of(new CredentialScope(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }
}
