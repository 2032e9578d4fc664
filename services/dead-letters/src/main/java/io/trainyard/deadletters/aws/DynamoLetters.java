package io.trainyard.deadletters.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Rewrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Letters in DynamoDB: partition {@code letter#<id>}, sort {@code letter}. Only open ones have the attribute {@code fingerprint}, so that
 * the index {@code open} holds what waits and nothing else. Counts are in {@link CauseItems}.
 */
public final class DynamoLetters implements Letters {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoLetters(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Letter> find(String id) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(key(id)));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(letter(answer.item())) : Optional.empty();
    }

    @Override
    public boolean create(List<Letter> letters) {
        var counts = new CauseItems(table);
        var writes = new ArrayList<TransactWriteItem>();
        for (Letter letter : letters) {
            writes.add(put(
                    Put.builder().tableName(table).item(item(letter)).conditionExpression("attribute_not_exists(pk)")));
            counts.parked(letter);
        }
        return write(writes, counts.updates());
    }

    @Override
    public boolean replace(List<Rewrite> rewrites) {
        return replace(rewrites, List.of());
    }

    @Override
    public boolean replace(List<Rewrite> rewrites, String replay) {
        return replace(rewrites, List.of(DynamoReplays.more(table, replay, rewrites.size())));
    }

    private boolean replace(List<Rewrite> rewrites, List<TransactWriteItem> beside) {
        var counts = new CauseItems(table);
        var writes = new ArrayList<TransactWriteItem>();
        for (Rewrite rewrite : rewrites) {
            writes.add(over(rewrite));
            counts.changed(rewrite);
        }
        var others = new ArrayList<>(counts.updates());
        others.addAll(beside);
        return write(writes, others);
    }

    @Override
    public List<CauseCount> causes() {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("pk = :cause")
                        .expressionAttributeValues(Map.of(":cause", fromS(CauseItems.PARTITION))))
                .items()
                .stream()
                .map(CauseItems::read)
                .toList();
    }

    @Override
    public List<Letter> open(String fingerprint, Instant upTo, int limit) {
        return dynamo
                .query(request -> request.tableName(table)
                        .indexName("open")
                        .keyConditionExpression("fingerprint = :cause AND parkedAt <= :upTo")
                        .expressionAttributeValues(
                                Map.of(":cause", fromS(fingerprint), ":upTo", fromS(Sortable.text(upTo))))
                        .limit(limit))
                .items()
                .stream()
                .map(DynamoLetters::letter)
                .toList();
    }

    private TransactWriteItem over(Rewrite rewrite) {
        return put(Put.builder()
                .tableName(table)
                .item(item(rewrite.next()))
                .conditionExpression("#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(
                        Map.of(":read", fromN(Long.toString(rewrite.read().version())))));
    }

    /** False where a letter is not as it was read; throws where something else stood in the way, such as another write to a count. */
    private boolean write(List<TransactWriteItem> letters, List<TransactWriteItem> others) {
        var all = new ArrayList<>(letters);
        all.addAll(others);
        try {
            dynamo.transactWriteItems(request -> request.transactItems(all));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream()
                    .anyMatch(reason -> reason.code().equals("ConditionalCheckFailed"))) {
                return false;
            }
            throw e;
        }
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static Map<String, AttributeValue> item(Letter letter) {
        var item = new HashMap<>(key(letter.id()));
        item.put("state", fromS(letter.state().name()));
        item.put("version", fromN(Long.toString(letter.version())));
        item.put("parkedAt", fromS(Sortable.text(letter.parkedAt())));
        item.put("row", fromS(Json.write(letter)));
        if (letter.parked()) {
            item.put("fingerprint", fromS(letter.cause().fingerprint()));
        }
        return item;
    }

    private static Letter letter(Map<String, AttributeValue> item) {
        return Json.read(item.get("row").s(), Letter.class);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", fromS("letter#" + id), "sk", fromS("letter"));
    }
}
