package io.trainyard.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.operations.AccountOperations;
import io.trainyard.local.dynamodb.operations.BatchReads;
import io.trainyard.local.dynamodb.operations.BatchWrites;
import io.trainyard.local.dynamodb.operations.ItemOperations;
import io.trainyard.local.dynamodb.operations.Operation;
import io.trainyard.local.dynamodb.operations.QueryOperations;
import io.trainyard.local.dynamodb.operations.RequestTokens;
import io.trainyard.local.dynamodb.operations.TableOperations;
import io.trainyard.local.dynamodb.operations.TagOperations;
import io.trainyard.local.dynamodb.operations.TimeToLiveOperations;
import io.trainyard.local.dynamodb.operations.TimeToLiveSweep;
import io.trainyard.local.dynamodb.operations.TransactionReads;
import io.trainyard.local.dynamodb.operations.TransactionWrites;
import io.trainyard.local.dynamodb.operations.UpdateTableOperation;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Store;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.usage.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DynamoDB of the local account: JSON 1.0, {@code X-Amz-Target: DynamoDB_20120810.*}.
 *
 * <p>Whole for what applications use; streams, backups, global tables, PartiQL and the legacy parameters are refused by
 * name. Every answered write outlives a killed process, though not a machine that loses power. Writes are serializable,
 * one writer at a time; single reads are strongly consistent, whatever they ask for.
 */
public final class DynamoDbService implements AwsService, AutoCloseable {

    private static final Pattern REGION = Pattern.compile("Credential=[^/,]+/\\d{8}/([a-z0-9-]+)/");
    private static final String DEFAULT_REGION = "eu-west-1";
    private static final String CREATE = "CreateTable";
    private static final String ENDPOINTS = "DescribeEndpoints";

    private final Store store;
    private final TimeToLiveSweep expired;
    private final Housekeeping housekeeping;
    private final TableOperations tables;
    private final AccountOperations account;
    private final FrontDoor door = new FrontDoor();
    private final CapacityMeter meter;
    private final Map<String, Operation> operations = new HashMap<>();

    /**
     * Opens the tables in the folder, making it where there is none.
     *
     * @throws IllegalStateException where another process has them open, or they are damaged or of another format
     */
    public DynamoDbService(Path folder, Clock clock) {
        this(folder, clock, new Usage());
    }

    /** Opens the tables in the folder, and counts the capacity that is used of them. */
    public DynamoDbService(Path folder, Clock clock, Usage usage) {
        meter = new CapacityMeter(usage);
        store = Store.open(folder);
        Catalogue catalogue = new Catalogue(store);
        RequestTokens tokens = new RequestTokens(store, clock);
        expired = new TimeToLiveSweep(catalogue, clock);
        housekeeping = new Housekeeping(store, expired, tokens);
        tables = new TableOperations(catalogue, clock);
        account = new AccountOperations(catalogue);
        operations.putAll(tables.all());
        operations.putAll(account.all());
        operations.put("UpdateTable", new UpdateTableOperation(catalogue));
        operations.putAll(new TimeToLiveOperations(catalogue).all());
        operations.putAll(new TagOperations(catalogue).all());
        operations.putAll(new ItemOperations(catalogue).all());
        operations.putAll(new QueryOperations(catalogue).all());
        operations.put("BatchGetItem", new BatchReads(catalogue));
        operations.put("BatchWriteItem", new BatchWrites(catalogue));
        operations.put("TransactWriteItems", new TransactionWrites(catalogue, tokens));
        operations.put("TransactGetItems", new TransactionReads(catalogue));
    }

    @Override
    public String signingName() {
        return "dynamodb";
    }

    /** The operations there are, sorted. */
    public Set<String> supportedOperations() {
        Set<String> names = new TreeSet<>(operations.keySet());
        names.add(CREATE);
        names.add(ENDPOINTS);
        return names;
    }

    @Override
    public Set<String> operations() {
        return supportedOperations();
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        // The store's file would be closed for everyone by an interrupted reader.
        boolean interrupted = Thread.interrupted();
        try {
            return Answers.ok(answer(request));
        } catch (ServiceError e) {
            return Answers.refused(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ObjectNode answer(AwsRequest request) {
        String name = request.operation().orElse("");
        Operation operation = operation(name, request);
        ObjectNode body = Json.request(request.body());
        door.check(name, body);
        return meter.answer(name, operation, body);
    }

    private Operation operation(String name, AwsRequest request) {
        if (request.header("x-amz-target").orElse("").startsWith("DynamoDBStreams_")) {
            throw ServiceError.unknownOperation("The local account has no DynamoDB Streams, so not " + name);
        }
        return switch (name) {
            case CREATE -> parameters -> tables.create(parameters, region(request));
            case ENDPOINTS ->
                parameters -> account.endpoints(request.header("host").orElse("localhost"));
            default -> Optional.ofNullable(operations.get(name)).orElseThrow(() -> unknown(name));
        };
    }

    private ServiceError unknown(String name) {
        String which = name.isEmpty() ? "without an X-Amz-Target header" : name;
        return ServiceError.unknownOperation(
                door.knows(name)
                        ? "The local account's DynamoDB does not support " + which + ". It has: "
                                + String.join(", ", supportedOperations())
                        : "DynamoDB has no operation " + which);
    }

    private static String region(AwsRequest request) {
        Matcher matcher = REGION.matcher(request.header("authorization").orElse(""));
        return matcher.find() ? matcher.group(1) : DEFAULT_REGION;
    }

    /** Deletes what has expired now, instead of some time soon. Returns how many items went. */
    public int deleteExpired() {
        return expired.run();
    }

    /** Brings the tables' file up to the journal now, instead of some seconds later. */
    void checkpoint() {
        store.checkpoint();
    }

    /** Rewrites the tables' file now, instead of when it has grown. */
    void rewrite() {
        store.rewrite();
    }

    /** Writes everything to the tables' file and lets go of the folder. */
    @Override
    public void close() {
        housekeeping.close();
        store.close();
    }
}
