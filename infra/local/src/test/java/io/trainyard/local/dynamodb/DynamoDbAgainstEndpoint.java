package io.trainyard.local.dynamodb;

import java.net.URI;
import java.util.Objects;

/**
 * The suite on any endpoint, run only where it is named: {@code -Dtest=DynamoDbAgainstEndpoint
 * -Dconformance.endpoint=http://127.0.0.1:5000}, with {@code -Dconformance.implementation=moto} where that is moto's
 * server.
 */
class DynamoDbAgainstEndpoint extends DynamoDbConformance {

    @Override
    URI endpoint() {
        return URI.create(Objects.requireNonNull(
                System.getProperty("conformance.endpoint"), "Name the endpoint by -Dconformance.endpoint=URL"));
    }
}
