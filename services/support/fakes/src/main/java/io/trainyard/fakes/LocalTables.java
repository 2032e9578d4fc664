package io.trainyard.fakes;

import io.trainyard.local.dynamodb.DynamoDbService;
import io.trainyard.local.usage.Usage;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The local account's DynamoDB on a loopback port, for the contract suites of adapters. */
public final class LocalTables implements Tables {

    private final DynamoDbService service;
    private final Usage usage;
    private final LoopbackService server;
    private final DynamoDbClient client;

    private LocalTables(DynamoDbService service, Usage usage, LoopbackService server, DynamoDbClient client) {
        this.usage = usage;
        this.service = service;
        this.server = server;
        this.client = client;
    }

    /** Opens tables that live in this folder. */
    public static LocalTables open(Path folder) {
        var usage = new Usage();
        var service = new DynamoDbService(folder, Clock.systemUTC(), usage);
        var server = LoopbackService.serve(service);
        return new LocalTables(service, usage, server, LoopbackClients.at(server.port(), DynamoDbClient.builder()));
    }

    /** How many write units of a table, its indexes included, AWS would have billed. */
    public double writeUnits(String table) {
        return usage.amount("dynamodb", "write-units", table);
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
