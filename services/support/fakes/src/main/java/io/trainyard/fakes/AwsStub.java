package io.trainyard.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** AWS on a loopback port: answers each operation, or each path, with what a test told it to; others with {@code {}}. */
public final class AwsStub implements AutoCloseable {

    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)&Version=");

    private final Map<String, Function<String, AwsAnswer>> answers = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    public AwsStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param operation such as {@code CreateEndpoint}, or a path */
    public void answers(String operation, AwsAnswer answer) {
        answers(operation, body -> answer);
    }

    /** @param answer made of the request's body */
    public void answers(String operation, Function<String, AwsAnswer> answer) {
        answers.put(operation, answer);
    }

    /** Forgets what it was told and what was called. */
    public void forget() {
        answers.clear();
        calls.clear();
    }

    /** Its address, for processes of their own. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was called: operation or path, and body. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** A client that finds AWS here. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return LoopbackClients.at(server.getAddress().getPort(), builder);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String operation = operation(exchange, body);
            calls.add(operation + " " + body);
            AwsAnswer answer = answers.getOrDefault(operation, any -> AwsAnswer.document(Map.of()))
                    .apply(body);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** By a header in the JSON protocols, by a field of the form in the Query protocol, by its path in REST. */
    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        Matcher action = ACTION.matcher(body);
        return action.lookingAt() ? action.group(1) : exchange.getRequestURI().getPath();
    }
}
