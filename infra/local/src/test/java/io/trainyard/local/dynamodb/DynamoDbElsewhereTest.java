package io.trainyard.local.dynamodb;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The suite on any endpoint: {@code -Dtest=DynamoDbElsewhereTest -Dconformance.endpoint=http://127.0.0.1:5000}, with
 * {@code -Dconformance.implementation=moto} where that is moto's server.
 */
@EnabledIfSystemProperty(named = "conformance.endpoint", matches = "http.*")
class DynamoDbElsewhereTest extends DynamoDbConformance {

    @Override
    URI endpoint() {
        return URI.create(System.getProperty("conformance.endpoint"));
    }
}
