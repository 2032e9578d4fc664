package io.trainyard.ledger.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.Verdict;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The books in one table: partition {@code <job>}; sort {@code fact#<id>}, {@code verdict#<run>} and {@code record}. One consistent
 * query reads all of a job. Only records have the attribute {@code listing}, so its index holds nothing else.
 */
public final class DynamoBooks implements Books {

    private static final String NEW = "attribute_not_exists(pk)";

    /** Always nine digits, so that times sort as texts. */
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBooks(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void keep(Event fact) {
        String id = fact.metadata().id();
        put(item(fact.metadata().jobId(), "fact#" + id, stored(fact)), NEW, Map.of());
    }

    @Override
    public void keep(Event fact, String source) {
        Map<String, AttributeValue> stored = stored(fact);
        stored.put("source", fromS(source));
        put(item(fact.metadata().jobId(), "fact#" + fact.metadata().id(), stored), NEW, Map.of());
    }

    @Override
    public JobFile file(String jobId) {
        var facts = new ArrayList<Event>();
        var verdicts = new ArrayList<Verdict>();
        var sources = new HashMap<String, String>();
        var pages = dynamo.queryPaginator(request -> request.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :job")
                .expressionAttributeValues(Map.of(":job", fromS(jobId))));
        for (Map<String, AttributeValue> item : pages.items()) {
            String sort = item.get("sk").s();
            if (sort.startsWith("fact#")) {
                facts.add(event(item));
                if (item.containsKey("source")) {
                    sources.put(
                            sort.substring("fact#".length()), item.get("source").s());
                }
            } else if (sort.startsWith("verdict#")) {
                verdicts.add(
                        new Verdict((Standing) event(item), item.get("said").bool()));
            }
        }
        return new JobFile(jobId, facts, verdicts, sources);
    }

    @Override
    public void decide(Standing verdict) {
        Map<String, AttributeValue> stored = stored(verdict);
        stored.put("said", fromBool(false));
        String sort = sort(verdict.route().run());
        put(item(verdict.metadata().jobId(), sort, stored), NEW, Map.of());
    }

    @Override
    public void said(String jobId, int run) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(Map.of("pk", fromS(jobId), "sk", fromS(sort(run))))
                .updateExpression("SET said = :true")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":true", fromBool(true))));
    }

    @Override
    public void write(JobRecord record, int events) {
        var count = fromN(Integer.toString(events));
        Map<String, AttributeValue> item = item(
                record.jobId(),
                "record",
                Map.of(
                        "document", fromS(Json.write(record)),
                        "factCount", count,
                        "status", fromS(record.status().name()),
                        "listing", fromS("jobs"),
                        "createdAt", fromS(SORTABLE.format(record.createdAt()))));
        put(item, NEW + " OR factCount <= :count", Map.of(":count", count));
    }

    /** Writes where the condition holds; where it does not, what is there is as good or better. */
    private void put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
        } catch (ConditionalCheckFailedException e) {
            // Written before, by an earlier copy or by a handler that knew more.
        }
    }

    private static Map<String, AttributeValue> item(String jobId, String sort, Map<String, AttributeValue> rest) {
        var item = new HashMap<>(rest);
        item.put("pk", fromS(jobId));
        item.put("sk", fromS(sort));
        return item;
    }

    private static Map<String, AttributeValue> stored(Event event) {
        var stored = new HashMap<String, AttributeValue>();
        stored.put("event", fromS(event.name()));
        stored.put("detail", fromS(EventCodec.detail(event)));
        return stored;
    }

    private static Event event(Map<String, AttributeValue> item) {
        return EventCodec.read(
                item.get("event").s(), Json.tree(item.get("detail").s()));
    }

    private static String sort(int run) {
        return String.format(Locale.ROOT, "verdict#%07d", run);
    }
}
