package io.trainyard.trainer.noop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** Answers {@code /ping} and {@code /invocations}: 0.0 for every line of the body. */
final class NoopServer {

    private final boolean hasModel;
    private final NoopParameters parameters;
    private final String version;

    private NoopServer(boolean hasModel, NoopParameters parameters, String version) {
        this.hasModel = hasModel;
        this.parameters = parameters;
        this.version = version;
    }

    static HttpServer start(Path base, Map<String, String> environment) throws IOException {
        // Must be set before the first class of the server loads: without it every answer waits 40 ms for an ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path model = base.resolve("model/noop.json");
        NoopServer noop = new NoopServer(
                Files.isRegularFile(model),
                NoopParameters.read(model),
                environment.getOrDefault("TRAINYARD_MODEL_VERSION", ""));
        String everywhere = environment.containsKey("SAGEMAKER_BASE_DIR") ? "127.0.0.1" : "0.0.0.0";
        String host = environment.getOrDefault("SAGEMAKER_BIND_TO_HOST", everywhere);
        int port = Integer.parseInt(environment.getOrDefault("SAGEMAKER_BIND_TO_PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ping", noop::ping);
        server.createContext("/invocations", noop::invoke);
        server.start();
        System.out.println("serving on " + host + ":" + server.getAddress().getPort());
        return server;
    }

    private void ping(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(hasModel ? parameters.whole("ping-status", 200) : 404, -1);
        }
    }

    private void invoke(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            long rows = Math.max(1, body.lines().filter(line -> !line.isBlank()).count());
            int status = hasModel ? parameters.whole("invocation-status", 200) : 500;
            String predictions = "0.0" + ",0.0".repeat((int) rows - 1);
            String answer = status == 200
                    ? "{\"predictions\":[" + predictions + "]}"
                    : "{\"error\":\"this container was asked to answer " + status + "\"}";
            pause(parameters.whole("latency-ms", 0));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!version.isEmpty()) {
                exchange.getResponseHeaders().set("X-Amzn-SageMaker-Custom-Attributes", "model-version=" + version);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
