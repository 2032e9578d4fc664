package io.trainyard.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB of moto's server: an AWS that nobody here wrote. */
public final class MotoTables implements Tables {

    private final DynamoDbClient client;

    private MotoTables(DynamoDbClient client) {
        this.client = client;
    }

    /** Empties the server that all suites of a process share. Skips the test where the machine has none. */
    public static MotoTables open() {
        URI server = MotoServer.address();
        reset(server);
        return new MotoTables(LoopbackClients.at(server.getPort(), DynamoDbClient.builder()));
    }

    @Override
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }

    private static void reset(URI server) {
        var request = HttpRequest.newBuilder(server.resolve("/moto-api/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
