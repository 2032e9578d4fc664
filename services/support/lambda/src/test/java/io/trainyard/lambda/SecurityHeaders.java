package io.trainyard.lambda;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every answer of an API of ours carries, whatever it says (A19). */
public final class SecurityHeaders {

    private static final Map<String, String> ALL = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    /**
     * Those that an answer lacks or has otherwise.
     *
     * @param answer its headers by name
     */
    public static List<String> missing(Function<String, String> answer) {
        return ALL.keySet().stream()
                .filter(name -> !ALL.get(name).equals(answer.apply(name)))
                .sorted()
                .toList();
    }
}
