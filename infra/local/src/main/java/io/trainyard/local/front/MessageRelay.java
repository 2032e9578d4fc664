package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Passes whole requests on to a part of the account that speaks HTTP itself and takes small ones only, in the caller's own thread.
 *
 * <p>Not by {@link Relay}: its client hands each request from thread to thread, which costs more than the part does. A request that
 * the part did not answer is not sent again, and its caller's connection ends: whether it had an effect is not known.
 */
public final class MessageRelay implements FrontHandler {

    private static final String QUERY_ERROR = "x-amzn-query-error";

    /** What the front has dealt with: the part would only read it and throw it away. */
    private static final Set<String> OF_THE_FRONT = Set.of(
            "authorization",
            "x-amz-date",
            "x-amz-content-sha256",
            "x-amz-security-token",
            "user-agent",
            "amz-sdk-invocation-id",
            "amz-sdk-request");

    static {
        // Else the JDK sends a request again whose connection ended, and a message would be there twice.
        System.setProperty("sun.net.http.retryPost", "false");
        // Idle connections that are kept; the JDK's own five are too few for the functions of a deployment.
        System.setProperty("http.maxConnections", "64");
    }

    private final URI part;
    private final UnaryOperator<String> queryError;

    /**
     * A relay to the part that listens at {@code part}.
     *
     * @param queryError corrects the part's {@code x-amzn-query-error}, the name of an error in the query protocol
     */
    public MessageRelay(URI part, UnaryOperator<String> queryError) {
        this.part = part;
        this.queryError = queryError;
    }

    @Override
    public void answer(HttpExchange exchange, String principal) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var connection = connection(exchange);
        if (body.length > 0) {
            // Not streamed: before a streamed POST the JDK listens a whole millisecond for whether its connection has
            // ended.
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        pass(connection, exchange);
    }

    private HttpURLConnection connection(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        var connection = (HttpURLConnection) part.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(exchange.getRequestMethod());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!Relay.isOfTheConnection(name) && !OF_THE_FRONT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> connection.addRequestProperty(name, value));
            }
        });
        return connection;
    }

    private void pass(HttpURLConnection connection, HttpExchange exchange) throws IOException {
        var status = connection.getResponseCode();
        try (var answer = body(connection, status)) {
            // Read whole before anything is said, so that the connection is free again when the caller asks next.
            var bytes = answer.readAllBytes();
            var headers = exchange.getResponseHeaders();
            connection.getHeaderFields().forEach((name, values) -> {
                if (name != null && !Relay.isOfTheConnection(name)) {
                    headers.put(name, values);
                }
            });
            var error = connection.getHeaderField(QUERY_ERROR);
            if (error != null) {
                headers.put(QUERY_ERROR, List.of(queryError.apply(error)));
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static InputStream body(HttpURLConnection connection, int status) throws IOException {
        var stream =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
        return stream == null ? InputStream.nullInputStream() : stream;
    }
}
