package io.trainyard.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP API on loopback that says what a test told it to; the last answer to a request is given again and again. */
public final class FakeApi implements AutoCloseable {

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();

    public FakeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds an answer to a request such as {@code GET /jobs?limit=20}. */
    public FakeApi on(String request, int status, String body) {
        replies.computeIfAbsent(request, ignored -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every request so far: method, path and body. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** What each request said of who sends it, in its header {@code Authorization}; empty where it said nothing. */
    public synchronized List<String> signatures() {
        return List.copyOf(signatures);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((request + " " + body).strip());
        signatures.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        Deque<Reply> known = replies.getOrDefault(request, new ArrayDeque<>());
        Reply reply = known.size() > 1 ? known.removeFirst() : known.peekFirst();
        byte[] bytes =
                (reply == null ? "{\"message\":\"no such path\"}" : reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply == null ? 404 : reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
