package io.trainyard.local.front.signature;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything of a request but its body, as it came over the wire.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded, empty where there is none
 */
public record Head(String method, String path, String query, Headers headers) {

    /** The head of a request that the JDK's server has read. */
    public static Head of(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Head(exchange.getRequestMethod(), uri.getRawPath(), query, exchange.getRequestHeaders());
    }

    /** The first value of a header; empty where it is not there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The decoded parameters of the query; a name without a value has an empty one. */
    List<Map.Entry<String, String>> parameters() {
        return PercentEncoding.parameters(query);
    }

    Optional<String> parameter(String name) {
        return query.contains(name)
                ? parameters().stream()
                        .filter(pair -> pair.getKey().equals(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }
}
