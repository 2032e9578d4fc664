package io.trainyard.local.front.signature;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one form of a request that caller and service both compute and hash. */
final class CanonicalRequest {

    private CanonicalRequest() {}

    static String of(Head head, Authorization authorization, String payload) {
        var text = new StringBuilder(512)
                .append(head.method())
                .append('\n')
                .append(path(head, authorization))
                .append('\n')
                .append(query(head, authorization))
                .append('\n');
        for (var name : authorization.signedHeaders()) {
            text.append(name).append(':').append(value(head, name)).append('\n');
        }
        return text.append('\n')
                .append(String.join(";", authorization.signedHeaders()))
                .append('\n')
                .append(payload)
                .toString();
    }

    /** S3 encodes a path once; every other service encodes the encoded path again. */
    private static String path(Head head, Authorization authorization) {
        var path = head.path().isEmpty() ? "/" : head.path();
        return authorization.scope().service().equals("s3")
                ? PercentEncoding.encode(PercentEncoding.decode(path), true)
                : PercentEncoding.encode(path, true);
    }

    private static String query(Head head, Authorization authorization) {
        if (head.query().isEmpty()) {
            return "";
        }
        return head.parameters().stream()
                .filter(pair -> !(authorization.isPresigned() && pair.getKey().equals("X-Amz-Signature")))
                .map(pair -> Map.entry(
                        PercentEncoding.encode(pair.getKey(), false), PercentEncoding.encode(pair.getValue(), false)))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String value(Head head, String name) {
        var values = head.headers().getOrDefault(name, List.of());
        return values.size() == 1
                ? trimmed(values.getFirst())
                : values.stream().map(CanonicalRequest::trimmed).collect(Collectors.joining(","));
    }

    /** Without spaces at the ends, and one where there are several. */
    private static String trimmed(String value) {
        var stripped = value.strip();
        if (!stripped.contains("  ")) {
            return stripped;
        }
        var text = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) != ' ' || stripped.charAt(i - 1) != ' ') {
                text.append(stripped.charAt(i));
            }
        }
        return text.toString();
    }
}
