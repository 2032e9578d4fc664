package io.trainyard.fakes;

import io.trainyard.local.dynamodb.DynamoDbService;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The local account's DynamoDB on a loopback port, for the contract suites of adapters. */
public final class LocalTables implements Tables {

    private final DynamoDbService service;
    private final LoopbackService server;
    private final DynamoDbClient client;

    private LocalTables(DynamoDbService service, LoopbackService server, DynamoDbClient client) {
        this.service = service;
        this.server = server;
        this.client = client;
    }

    /** Opens tables that live in this folder. */
    public static LocalTables open(Path folder) {
        var service = new DynamoDbService(folder, Clock.systemUTC());
        var server = LoopbackService.serve(service);
        return new LocalTables(service, server, LoopbackClients.at(server.port(), DynamoDbClient.builder()));
    }

    @Override
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        service.close();
    }
}
