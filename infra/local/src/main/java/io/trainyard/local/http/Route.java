package io.trainyard.local.http;

import io.trainyard.local.lambda.Invocable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param method upper case, or {@code ANY}
 * @param template {@code /jobs/{id}}; a last part {@code {rest+}} takes whatever follows
 */
record Route(String method, String template, Invocable function) {

    /** As API Gateway calls it. */
    String key() {
        return method + " " + template;
    }

    /** The path's parameters, if the route takes this request. */
    Optional<Map<String, String>> match(String method, String rawPath) {
        if (!this.method.equals("ANY") && !this.method.equals(method)) {
            return Optional.empty();
        }
        var wanted = template.split("/", -1);
        var found = rawPath.split("/", -1);
        var greedy = wanted[wanted.length - 1].endsWith("+}");
        if (greedy ? found.length < wanted.length : found.length != wanted.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            var part = wanted[i];
            if (part.startsWith("{")) {
                var value = greedy && i == wanted.length - 1 ? rest(found, i) : found[i];
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(
                        part.replaceAll("[{}+]", ""),
                        URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
            } else if (!part.equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** How exact it is: the more exact route wins, as in API Gateway. */
    int rank() {
        var variables = template.split("\\{", -1).length - 1;
        return (method.equals("ANY") ? 1 : 0) + variables * 2 + (template.endsWith("+}") ? 1_000 : 0);
    }

    private static String rest(String[] parts, int from) {
        return String.join("/", java.util.Arrays.copyOfRange(parts, from, parts.length));
    }
}
