package io.trainyard.deadletters.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.letters.domain.Cause;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Rewrite;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What one write of letters changes in the counts of their causes: partition {@code cause}, sort the fingerprint. A count is changed only
 * together with letters, and once for all the letters of a write.
 */
final class CauseItems {

    static final String PARTITION = "cause";

    private static final String SEEN =
            "lastSeen = :at, firstSeen = if_not_exists(firstSeen, :at), lastLetter = :letter,"
                    + " #row = if_not_exists(#row, :row)";

    private final String table;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    /**
     * What becomes of one count.
     *
     * @param open so many more that wait
     * @param total so many more parkings
     * @param seen the last letter that was parked; null where none was
     */
    private record Change(long open, long total, @Nullable Letter seen) {

        private Change and(Change later) {
            return new Change(open + later.open, total + later.total, later.seen == null ? seen : later.seen);
        }
    }

    CauseItems(String table) {
        this.table = table;
    }

    /** One more that waits. */
    void parked(Letter letter) {
        change(letter, new Change(1, 1, letter));
    }

    /** A letter is written over another. */
    void changed(Rewrite rewrite) {
        if (rewrite.next().parkings() > rewrite.read().parkings()) {
            if (rewrite.read().parked()) {
                ended(rewrite.read());
            }
            parked(rewrite.next());
        } else if (rewrite.read().parked() && !rewrite.next().parked()) {
            ended(rewrite.read());
        }
    }

    /** The writes, none where no count changes. */
    List<TransactWriteItem> updates() {
        return changes.entrySet().stream()
                .map(change -> update(change.getKey(), change.getValue()))
                .toList();
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

    private void ended(Letter letter) {
        change(letter, new Change(-1, 0, null));
    }

    private void change(Letter letter, Change change) {
        changes.merge(letter.cause().fingerprint(), change, Change::and);
    }

    private TransactWriteItem update(String fingerprint, Change change) {
        var update = Update.builder().tableName(table).key(Map.of("pk", fromS(PARTITION), "sk", fromS(fingerprint)));
        var values = new HashMap<>(Map.of(":open", number(change.open())));
        Letter seen = change.seen();
        if (seen == null) {
            update.updateExpression("ADD openCount :open");
        } else {
            values.put(":total", number(change.total()));
            values.put(":at", fromS(Sortable.text(seen.parkedAt())));
            values.put(":letter", fromS(seen.id()));
            values.put(":row", fromS(Json.write(seen.cause())));
            update.updateExpression("SET " + SEEN + " ADD openCount :open, totalCount :total")
                    .expressionAttributeNames(Map.of("#row", "row"));
        }
        return TransactWriteItem.builder()
                .update(update.expressionAttributeValues(values).build())
                .build();
    }

    private static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }
}
