package io.trainyard.fakes;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A DynamoDB without any table, for the contract suites of adapters: the local account's, or one that nobody here wrote. */
public interface Tables extends AutoCloseable {

    /** AWS's own client of it; closed with the tables. */
    DynamoDbClient client();

    /** Makes a table with the keys that every table of ours has. */
    default String table(String name) {
        client().createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                        key -> key.attributeName("pk").keyType(KeyType.HASH),
                        key -> key.attributeName("sk").keyType(KeyType.RANGE))
                .attributeDefinitions(
                        key -> key.attributeName("pk").attributeType(ScalarAttributeType.S),
                        key -> key.attributeName("sk").attributeType(ScalarAttributeType.S)));
        return name;
    }

    @Override
    void close();
}
