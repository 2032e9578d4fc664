package io.trainyard.fakes;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB of moto's server: an AWS that nobody here wrote. */
public final class MotoTables implements Tables {

    private final DynamoDbClient client;

    private MotoTables(DynamoDbClient client) {
        this.client = client;
    }

    /** Empties the server that all suites of a process share. Skips the test where the machine has none. */
    public static MotoTables open() {
        return new MotoTables(MotoAccount.open().client(DynamoDbClient.builder()));
    }

    @Override
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
