package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.local.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class UsageTest extends AccountTestCase {

    @Override
    AccountOptions options() {
        var services = folder.resolve("services");
        SampleServices.writeListener(services, "sample");
        return AccountOptions.in(folder.resolve("home"))
                .withServices(services)
                .withTuning(Tuning.standard().withRuntime(SampleServices.runtime()));
    }

    @Test
    void anEventIsCountedFromItsPublicationToTheDeletionOfItsMessage() {
        try (var events = clients.events()) {
            events.putEvents(it -> it.entries(PutEventsRequestEntry.builder()
                    .eventBusName("ty-local")
                    .source("trainyard.jobs")
                    .detailType("sample-requested")
                    .detail("{}")
                    .build()));
        }
        var usage = Waiting.until(this::usage, now -> now.containsKey("sqs deletes ty-local-sample"));

        assertThat(usage)
                .containsEntry("events published sample-requested", 1.0)
                .containsEntry("events PutEvents admin", 1.0)
                .containsEntry("sqs sends ty-local-sample", 1.0)
                .containsEntry("sqs receives ty-local-sample", 1.0)
                .containsEntry("sqs deletes ty-local-sample", 1.0)
                .containsEntry("lambda invocations ty-local-sample", 1.0);
        assertThat(usage.get("lambda gb-seconds ty-local-sample")).isGreaterThanOrEqualTo(0.001 * 128 / 1024);
    }

    @Test
    void unitsAreCountedThatNobodyAskedFor() {
        var item = Map.of("pk", AttributeValue.fromS("a"), "text", AttributeValue.fromS("x".repeat(1500)));
        try (var dynamodb = clients.dynamodb()) {
            createTable(dynamodb);
            var answer = dynamodb.putItem(it -> it.tableName("things").item(item));
            dynamodb.getItem(it -> it.tableName("things").key(Map.of("pk", AttributeValue.fromS("a"))));
            assertThatThrownBy(() -> dynamodb.putItem(it -> it.tableName("things")
                            .item(Map.of("pk", AttributeValue.fromS("a")))
                            .conditionExpression("attribute_not_exists(pk)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);

            assertThat(answer.consumedCapacity()).isNull();
        }
        assertThat(usage())
                .containsEntry("dynamodb write-units things", 4.0)
                .containsEntry("dynamodb read-units things", 0.5)
                .containsEntry("dynamodb PutItem admin", 2.0);
    }

    @Test
    void aMessageIsBilledOncePer64KilobytesAndOnceWhereItIsEmpty() {
        assertThat(Usage.chunks(0)).isEqualTo(1);
        assertThat(Usage.chunks(64 * 1024)).isEqualTo(1);
        assertThat(Usage.chunks(64 * 1024 + 1)).isEqualTo(2);
    }

    private static void createTable(DynamoDbClient dynamodb) {
        dynamodb.createTable(it -> it.tableName("things")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(a -> a.attributeName("pk").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH)));
    }

    private Map<String, Double> usage() {
        try {
            var answer = new ObjectMapper()
                    .readTree(account.endpoint().resolve("/_trainyard/usage").toURL());
            var all = new TreeMap<String, Double>();
            answer.path("usage")
                    .forEach(entry -> all.put(
                            entry.path("service").asText() + " "
                                    + entry.path("what").asText() + " "
                                    + entry.path("of").asText(),
                            entry.path("amount").asDouble()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
