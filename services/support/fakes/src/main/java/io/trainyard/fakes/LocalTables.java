package io.trainyard.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.local.dynamodb.DynamoDbService;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The local account's DynamoDB on a loopback port, for the contract suites of adapters. */
public final class LocalTables implements Tables {

    private final DynamoDbService service;
    private final HttpServer server;
    private final DynamoDbClient client;

    private LocalTables(DynamoDbService service, HttpServer server, DynamoDbClient client) {
        this.service = service;
        this.server = server;
        this.client = client;
    }

    /** Opens tables that live in this folder. */
    public static LocalTables open(Path folder) {
        try {
            var service = new DynamoDbService(folder, Clock.systemUTC());
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(service, exchange));
            server.start();
            return new LocalTables(
                    service, server, LoopbackClients.at(server.getAddress().getPort(), DynamoDbClient.builder()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
        service.close();
    }

    private static void answer(DynamoDbService service, HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            AwsResponse answer = service.handle(new AwsRequest(exchange.getRequestMethod(), "/", "", headers, body));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
