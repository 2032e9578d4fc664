package io.trainyard.local.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What each part of the suite is given. */
interface ConformanceCase {

    DynamoDbClient client();

    ConformanceTables tables();

    /** A partition key that no other test uses. */
    String fresh();
}
