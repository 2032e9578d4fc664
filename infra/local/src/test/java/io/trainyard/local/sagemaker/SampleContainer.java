package io.trainyard.local.sagemaker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A small image of the container contract: trains by copying, serves by answering what its model says. */
public final class SampleContainer {

    private static final Path ML = Path.of(System.getenv("SAGEMAKER_BASE_DIR"));

    private SampleContainer() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[arguments.length - 1].equals("serve")) {
            serve();
        } else {
            train();
        }
    }

    private static void train() throws Exception {
        String parameters = Files.readString(ML.resolve("input/config/hyperparameters.json"));
        System.out.println("epoch=1 loss=0.75;");
        System.out.println("epoch=2 loss=0.25;");
        if (parameters.contains("\"fail\"")) {
            Files.writeString(ML.resolve("output/failure"), "column 3 of row 7 is text");
            System.exit(1);
        }
        Files.writeString(ML.resolve("model/model.txt"), Files.readString(ML.resolve("input/data/train/rows.csv")));
        Files.writeString(ML.resolve("model/golden.json"), "{}");
        Files.writeString(ML.resolve("model/parameters.json"), parameters);
        if (parameters.contains("\"wait\"")) {
            Files.writeString(ML.resolve("checkpoints/epoch"), "2");
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
    }

    private static void serve() throws IOException {
        if (System.getenv("CRASH") != null) {
            System.exit(3);
        }
        String awaited = System.getenv().getOrDefault("WAIT_FOR", ML.toString());
        while (!Files.exists(Path.of(awaited))) {
            LockSupport.parkNanos(10_000_000);
        }
        String model = Files.readString(ML.resolve("model/model.txt"));
        int port = Integer.parseInt(System.getenv("SAGEMAKER_BIND_TO_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ping", exchange -> answer(exchange, 200, ""));
        server.createContext("/invocations", exchange -> invoke(exchange, model));
        server.start();
    }

    private static void invoke(HttpExchange exchange, String model) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (body) {
            case "bad" -> answer(exchange, 400, "expected 4 features, got 3");
            case "halt" -> Runtime.getRuntime().halt(9);
            case "pid" ->
                answer(exchange, 200, Long.toString(ProcessHandle.current().pid()));
            default ->
                answer(
                        exchange,
                        200,
                        model.strip() + "|" + body + "|"
                                + exchange.getRequestHeaders().getFirst("Content-Type"));
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/csv");
        exchange.getResponseHeaders().add("X-Amzn-SageMaker-Custom-Attributes", "model-version=7");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
