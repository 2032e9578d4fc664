package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads a whole request, up to a limit, gives it to a service and writes the answer. */
public final class BufferedHandler implements FrontHandler {

    private final int limit;
    private final Function<AwsRequest, AwsResponse> service;

    /**
     * A handler.
     *
     * @param limit the largest body in bytes; a larger one is answered 413
     */
    public BufferedHandler(int limit, Function<AwsRequest, AwsResponse> service) {
        this.limit = limit;
        this.service = service;
    }

    @Override
    public void answer(HttpExchange exchange, String principal) throws IOException {
        var body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            write(exchange, Refusals.tooLarge(limit));
            return;
        }
        write(exchange, service.apply(request(exchange, body, principal)));
    }

    /** The request with its body that has been read. */
    public static AwsRequest request(HttpExchange exchange, byte[] body, String principal) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new AwsRequest(exchange.getRequestMethod(), uri.getRawPath(), query, headers(exchange), body, principal);
    }

    /** Writes a whole answer. */
    public static void write(HttpExchange exchange, AwsResponse response) throws IOException {
        // Only cookies come several to a name; they are joined by a line break here.
        response.headers()
                .forEach((name, value) ->
                        exchange.getResponseHeaders().put(name, new ArrayList<>(List.of(value.split("\n")))));
        var empty = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }
}
