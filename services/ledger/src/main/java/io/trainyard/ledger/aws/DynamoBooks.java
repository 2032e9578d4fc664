package io.trainyard.ledger.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.RecordFold;
import io.trainyard.ledger.domain.Verdict;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The books in one table: partition {@code <job>}; sort {@code fact#<id>}, {@code verdict#<run>} and {@code record}. One consistent
 * query reads all of a job, or the keys of what is there. Only records have the attributes
 * {@code listing} and {@code endpointArn}, so their indexes hold nothing else. Those hold what seldom changes, because every change of
 * that is one more write: keys, {@code name}, and {@code ended}, which is the status of a job whose newest run is over.
 */
public final class DynamoBooks implements Books {

    private static final String NEW = "attribute_not_exists(pk)";
    private static final String FACT = "fact#";
    private static final String RECORD = "record";
    /** So many single reads are less than reading the job as a whole. */
    private static final int FEW = 3;
    /** A twentieth of what a function of 256 MB may hold, as the texts stand; several times as much once they are decoded. */
    private static final long REMEMBERED = 2L * 1024 * 1024;

    /** Always nine digits, so that times sort as texts. */
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private final DynamoDbClient dynamo;
    private final String table;
    private final RememberedFacts known = new RememberedFacts(REMEMBERED);

    public DynamoBooks(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void keep(Event fact) {
        keep(fact, Optional.empty());
    }

    @Override
    public void keep(Event fact, String source) {
        keep(fact, Optional.of(source));
    }

    private void keep(Event fact, Optional<String> source) {
        String sort = FACT + fact.metadata().id();
        String detail = EventCodec.detail(fact);
        Map<String, AttributeValue> stored = stored(fact, detail);
        source.ifPresent(name -> stored.put("source", fromS(name)));
        if (put(item(fact.metadata().jobId(), sort, stored), NEW, Map.of())) {
            known.remember(fact.metadata().jobId(), sort, new RememberedFacts.Fact(fact, source), detail.length());
        }
    }

    /** Asks for everything where much is new, else for the keys and then for what this process has not read before. */
    @Override
    public JobFile file(String jobId) {
        var rows = dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :job")
                        .projectionExpression("sk, said")
                        .expressionAttributeValues(Map.of(":job", fromS(jobId))))
                .items()
                .stream()
                .filter(row -> !row.get("sk").s().equals(RECORD))
                .toList();
        var read = new HashMap<String, RememberedFacts.Fact>();
        rows.forEach(row -> {
            String sort = row.get("sk").s();
            known.find(jobId, sort).ifPresent(fact -> read.put(sort, fact));
        });
        if (rows.size() - read.size() > FEW) {
            read.putAll(readAll(jobId));
        } else {
            rows.stream()
                    .map(row -> row.get("sk").s())
                    .filter(sort -> !read.containsKey(sort))
                    .forEach(sort -> read.put(sort, readOne(jobId, sort)));
        }
        return file(jobId, rows, read);
    }

    private static JobFile file(
            String jobId, List<Map<String, AttributeValue>> rows, Map<String, RememberedFacts.Fact> read) {
        var facts = new ArrayList<Event>();
        var verdicts = new ArrayList<Verdict>();
        var sources = new HashMap<String, String>();
        for (Map<String, AttributeValue> row : rows) {
            String sort = row.get("sk").s();
            RememberedFacts.Fact fact = read.get(sort);
            if (sort.startsWith(FACT)) {
                facts.add(fact.event());
                fact.source()
                        .ifPresent(source -> sources.put(fact.event().metadata().id(), source));
            } else {
                verdicts.add(
                        new Verdict((Standing) fact.event(), row.get("said").bool()));
            }
        }
        return new JobFile(jobId, facts, verdicts, sources);
    }

    private Map<String, RememberedFacts.Fact> readAll(String jobId) {
        var all = new HashMap<String, RememberedFacts.Fact>();
        dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :job")
                        .expressionAttributeValues(Map.of(":job", fromS(jobId))))
                .items()
                .stream()
                .filter(item -> !item.get("sk").s().equals(RECORD))
                .forEach(item -> all.put(item.get("sk").s(), remembered(jobId, item)));
        return all;
    }

    private RememberedFacts.Fact readOne(String jobId, String sort) {
        return remembered(
                jobId,
                dynamo.getItem(request -> request.tableName(table)
                                .consistentRead(true)
                                .key(Map.of("pk", fromS(jobId), "sk", fromS(sort))))
                        .item());
    }

    private RememberedFacts.Fact remembered(String jobId, Map<String, AttributeValue> item) {
        String detail = PackedAttribute.text(item.get("detail"));
        Event event = EventCodec.read(item.get("event").s(), Json.tree(detail));
        var fact = new RememberedFacts.Fact(
                event, Optional.ofNullable(item.get("source")).map(AttributeValue::s));
        known.remember(jobId, item.get("sk").s(), fact, detail.length());
        return fact;
    }

    @Override
    public void decide(Standing verdict) {
        Map<String, AttributeValue> stored = stored(verdict, EventCodec.detail(verdict));
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
    public void write(JobFile file) {
        JobRecord record = RecordFold.of(file);
        var count = fromN(Integer.toString(file.size()));
        Map<String, AttributeValue> item = item(
                record.jobId(),
                RECORD,
                Map.of(
                        "document", PackedAttribute.of(Json.write(record)),
                        "factCount", count,
                        "status", fromS(record.status().name()),
                        "name", fromS(record.name()),
                        "listing", fromS("jobs"),
                        "createdAt", fromS(SORTABLE.format(record.createdAt()))));
        if (record.status().isEnd()) {
            item.put("ended", fromS(record.status().name()));
        }
        if (record.artifacts().endpointArn() != null) {
            item.put("endpointArn", fromS(record.artifacts().endpointArn()));
        }
        put(item, NEW + " OR factCount <= :count", Map.of(":count", count));
    }

    /** Writes where the condition holds, and says whether; where it does not, what is there is as good or better. */
    private boolean put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            // Written before, by an earlier copy or by a handler that knew more.
            return false;
        }
    }

    private static Map<String, AttributeValue> item(String jobId, String sort, Map<String, AttributeValue> rest) {
        var item = new HashMap<>(rest);
        item.put("pk", fromS(jobId));
        item.put("sk", fromS(sort));
        return item;
    }

    private static Map<String, AttributeValue> stored(Event event, String detail) {
        var stored = new HashMap<String, AttributeValue>();
        stored.put("event", fromS(event.name()));
        stored.put("detail", PackedAttribute.of(detail));
        return stored;
    }

    private static String sort(int run) {
        return String.format(Locale.ROOT, "verdict#%07d", run);
    }
}
