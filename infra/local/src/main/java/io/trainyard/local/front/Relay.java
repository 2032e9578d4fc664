package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Passes requests on to a part of the account that speaks HTTP itself, without holding their bodies in memory. */
public final class Relay implements FrontHandler {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive", "date");
    private static final long UNKNOWN = -1;

    private final HttpClient client;
    private final URI part;
    private final UnaryOperator<Target> rewrite;

    /** Where a request is meant to go, by its {@code Host} header and its raw path. */
    public record Target(String host, String path) {}

    /** A relay to the part that listens at {@code part}; {@code rewrite} may change the path by the host. */
    public Relay(HttpClient client, URI part, UnaryOperator<Target> rewrite) {
        this.client = client;
        this.part = part;
        this.rewrite = rewrite;
    }

    @Override
    public void answer(HttpExchange exchange, String principal) throws IOException {
        var request = HttpRequest.newBuilder(target(exchange)).method(exchange.getRequestMethod(), body(exchange));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            pass(client.send(request.build(), BodyHandlers.ofInputStream()), exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the account is stopping", e);
        }
    }

    private URI target(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var host = exchange.getRequestHeaders().getFirst("Host");
        var path = rewrite.apply(new Target(host == null ? "" : host, uri.getRawPath()))
                .path();
        return part.resolve(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static BodyPublisher body(HttpExchange exchange) {
        var length = length(exchange.getRequestHeaders().getFirst("Content-Length"));
        var chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        if (length == 0 || (length == UNKNOWN && !chunked)) {
            return BodyPublishers.noBody();
        }
        var stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        return length == UNKNOWN ? stream : BodyPublishers.fromPublisher(stream, length);
    }

    private void pass(HttpResponse<java.io.InputStream> answer, HttpExchange exchange) throws IOException {
        try (var body = answer.body()) {
            var headers = exchange.getResponseHeaders();
            answer.headers().map().forEach((name, values) -> {
                if (!isOfTheConnection(name) && !name.startsWith(":")) {
                    headers.put(name, values);
                }
            });
            var length = answer.headers().firstValueAsLong("content-length").orElse(UNKNOWN);
            var status = answer.statusCode();
            if (exchange.getRequestMethod().equals("HEAD")) {
                answer.headers().firstValue("content-length").ifPresent(value -> headers.set("Content-Length", value));
                exchange.sendResponseHeaders(status, -1);
            } else if (length == 0 || status == 204 || status == 304) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, length == UNKNOWN ? 0 : length);
                body.transferTo(exchange.getResponseBody());
            }
        }
    }

    /** Whether a header is of one connection, and not of the request or answer that it carries. */
    static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    private static long length(String header) {
        return header == null ? UNKNOWN : Long.parseLong(header);
    }
}
