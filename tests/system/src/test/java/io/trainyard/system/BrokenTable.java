package io.trainyard.system;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table that somebody deletes and somebody makes again: until then its service can handle nothing. */
final class BrokenTable implements AutoCloseable {

    private final DynamoDbClient dynamo;
    private final String name;

    BrokenTable(URI endpoint, Map<String, String> environment, String name) {
        var keys = AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
        this.dynamo = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        this.name = name;
        dynamo.deleteTable(request -> request.tableName(name));
    }

    void mend() {
        dynamo.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                        key -> key.attributeName("pk").keyType(KeyType.HASH),
                        key -> key.attributeName("sk").keyType(KeyType.RANGE))
                .attributeDefinitions(
                        key -> key.attributeName("pk").attributeType(ScalarAttributeType.S),
                        key -> key.attributeName("sk").attributeType(ScalarAttributeType.S)));
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
