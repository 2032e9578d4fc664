package io.trainyard.deadletters.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.letters.domain.Cause;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** How many letters there are of each cause: partition {@code cause}, sort the fingerprint. Changed only together with a letter. */
final class CauseItems {

    static final String PARTITION = "cause";

    private static final String SEEN =
            "lastSeen = :at, firstSeen = if_not_exists(firstSeen, :at), lastLetter = :letter,"
                    + " #row = if_not_exists(#row, :row)";

    private final String table;

    CauseItems(String table) {
        this.table = table;
    }

    /** One more that waits. */
    TransactWriteItem parked(Letter letter) {
        return update(letter, "SET " + SEEN + " ADD openCount :one, totalCount :one", letter(letter, 1));
    }

    /** One that waits has come again. */
    TransactWriteItem seen(Letter letter) {
        return update(letter, "SET " + SEEN + " ADD totalCount :one", letter(letter, 1));
    }

    /** One less that waits. */
    TransactWriteItem ended(Letter letter) {
        var update = Update.builder()
                .tableName(table)
                .key(key(letter))
                .updateExpression("ADD openCount :less")
                .expressionAttributeValues(Map.of(":less", fromN("-1")));
        return TransactWriteItem.builder().update(update.build()).build();
    }

    static CauseCount read(Map<String, AttributeValue> item) {
        return new CauseCount(
                item.get("sk").s(),
                Json.read(item.get("row").s(), Cause.class),
                Long.parseLong(item.get("openCount").n()),
                Long.parseLong(item.get("totalCount").n()),
                Instant.parse(item.get("firstSeen").s()),
                Instant.parse(item.get("lastSeen").s()),
                item.get("lastLetter").s());
    }

    private static Map<String, AttributeValue> letter(Letter letter, int more) {
        return Map.of(
                ":one", fromN(Integer.toString(more)),
                ":at", fromS(Sortable.text(letter.parkedAt())),
                ":letter", fromS(letter.id()),
                ":row", fromS(Json.write(letter.cause())));
    }

    private TransactWriteItem update(Letter letter, String expression, Map<String, AttributeValue> values) {
        var update = Update.builder()
                .tableName(table)
                .key(key(letter))
                .updateExpression(expression)
                .expressionAttributeNames(Map.of("#row", "row"))
                .expressionAttributeValues(values);
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private static Map<String, AttributeValue> key(Letter letter) {
        return Map.of("pk", fromS(PARTITION), "sk", fromS(letter.cause().fingerprint()));
    }
}
