package io.trainyard.local.dynamodb;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * The suite on any endpoint, run only where it is named: {@code ./trainyard conformance dynamodb --against URL}.
 *
 * <p>Tables named {@code conformance-*} are made there and deleted at the end.
 */
class DynamoDbAgainstEndpoint extends DynamoDbConformance {

    @Override
    Implementation implementation() {
        return Implementation.valueOf(
                System.getProperty("conformance.implementation", "other").toUpperCase(Locale.ROOT));
    }

    @Override
    URI endpoint() {
        return URI.create(Objects.requireNonNull(
                System.getProperty("conformance.endpoint"), "Name the endpoint by -Dconformance.endpoint=URL"));
    }
}
