package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.operations.TransactionCancelled.Reason;
import io.trainyard.local.dynamodb.storage.Batch;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * TransactWriteItems and TransactGetItems: all or nothing, alone among writers.
 *
 * <p>Writers take turns, so no transaction ever meets another: TransactionConflict never happens here.
 */
public final class TransactionOperations {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_TOKEN = 36;

    private final Catalogue catalogue;
    private final RequestTokens tokens;

    public TransactionOperations(Catalogue catalogue, RequestTokens tokens) {
        this.catalogue = catalogue;
        this.tokens = tokens;
    }

    public Map<String, Operation> all() {
        return Map.of("TransactWriteItems", this::write, "TransactGetItems", this::get);
    }

    private ObjectNode write(Parameters request) {
        Optional<String> token = token(request);
        List<ItemWrite> writes = writes(request);
        byte[] fingerprint = RequestTokens.fingerprint(request.node());
        catalogue.store().write(batch -> {
            if (token.isPresent() && tokens.isDone(token.get(), fingerprint)) {
                return null;
            }
            apply(writes, batch);
            token.ifPresent(name -> tokens.remember(batch, name, fingerprint));
            return null;
        });
        ObjectNode answer = Json.object();
        if (Capacity.isAsked(request)) {
            tellCapacity(answer, writes);
        }
        return answer;
    }

    private void apply(List<ItemWrite> writes, Batch batch) {
        List<Reason> reasons = new ArrayList<>();
        int bytes = 0;
        for (ItemWrite write : writes) {
            try {
                bytes += write.apply(catalogue, batch).after().map(Sizes::item).orElse(0);
                reasons.add(Reason.NONE);
            } catch (ConditionFailed e) {
                reasons.add(new Reason(
                        "ConditionalCheckFailed", e.sentence(), e.item().orElse(null)));
            } catch (ServiceError e) {
                if (!e.code().equals("ValidationException")) {
                    throw e;
                }
                reasons.add(new Reason("ValidationError", e.sentence(), null));
            }
        }
        if (reasons.stream().anyMatch(reason -> reason != Reason.NONE)) {
            // Leaving by an exception also leaves the batch behind.
            throw new TransactionCancelled(reasons);
        }
        if (bytes > MAX_BYTES) {
            throw ServiceError.validation("Transaction request size has exceeded the maximum allowed size of 4 MB");
        }
    }

    private List<ItemWrite> writes(Parameters request) {
        List<ItemWrite> writes = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (Parameters each : items(request)) {
            ItemWrite write = write(each, only(each));
            if (!places.add(Place.of(write.table(), write.key()))) {
                throw ServiceError.validation("Transaction request cannot include multiple operations on one item");
            }
            writes.add(write);
        }
        return writes;
    }

    private static String only(Parameters item) {
        List<String> kinds = List.of("ConditionCheck", "Put", "Update", "Delete").stream()
                .filter(item::has)
                .toList();
        if (kinds.size() != 1) {
            throw ServiceError.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        return kinds.getFirst();
    }

    private ItemWrite write(Parameters item, String kind) {
        Parameters action = item.nested(kind).orElseThrow();
        return switch (kind) {
            case "Put" -> ItemWrite.put(catalogue, action);
            case "Update" -> {
                action.requiredText("UpdateExpression");
                yield ItemWrite.update(catalogue, action);
            }
            case "Delete" -> ItemWrite.delete(catalogue, action);
            default -> ItemWrite.check(catalogue, action);
        };
    }

    private static List<Parameters> items(Parameters request) {
        List<Parameters> items = request.list("TransactItems");
        if (items.isEmpty()) {
            throw request.has("TransactItems")
                    ? ServiceError.constraint(
                            "[]", "transactItems", "Member must have length greater than or equal to 1")
                    : request.missing("TransactItems");
        }
        if (items.size() > MAX_ITEMS) {
            throw ServiceError.constraint(
                    "[" + items.size() + " actions]",
                    "transactItems",
                    "Member must have length less than or equal to " + MAX_ITEMS);
        }
        return items;
    }

    private static Optional<String> token(Parameters request) {
        Optional<String> token = request.text("ClientRequestToken");
        token.filter(text -> text.isEmpty() || text.length() > MAX_TOKEN).ifPresent(text -> {
            throw ServiceError.constraint(
                    text,
                    "clientRequestToken",
                    text.isEmpty()
                            ? "Member must have length greater than or equal to 1"
                            : "Member must have length less than or equal to " + MAX_TOKEN);
        });
        return token;
    }

    private static void tellCapacity(ObjectNode answer, List<ItemWrite> writes) {
        ArrayNode array = answer.putArray("ConsumedCapacity");
        writes.stream().map(write -> write.table().schema().name()).distinct().forEach(name -> {
            long count = writes.stream()
                    .filter(write -> write.table().schema().name().equals(name))
                    .count();
            array.add(Capacity.told(name, 2.0 * count));
        });
    }

    private ObjectNode get(Parameters request) {
        List<Read> reads = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (Parameters each : items(request)) {
            Read read = read(each);
            if (!places.add(Place.of(read.table(), read.key()))) {
                throw ServiceError.validation("Transaction request cannot include multiple operations on one item");
            }
            reads.add(read);
        }
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("Responses");
        List<Optional<MapValue>> items = catalogue
                .store()
                .exclusively(() -> reads.stream().map(Read::item).toList());
        for (Optional<MapValue> item : items) {
            ObjectNode response = responses.addObject();
            item.ifPresent(found -> response.set("Item", ValueWriter.item(found)));
        }
        return answer;
    }

    private Read read(Parameters item) {
        Parameters get = item.nested("Get").orElseThrow(() -> item.missing("Get"));
        Projection projection = Expressions.read(get, ExpressionKind.PROJECTION).projection();
        MapValue key = ValueReader.item(get.requiredObject("Key"));
        Table table = catalogue.require(get.requiredText("TableName"));
        return new Read(table, table.keys().ofKey(key), projection);
    }

    private record Read(Table table, byte[] key, @Nullable Projection projection) {

        Optional<MapValue> item() {
            return table.get(key).map(found -> projection == null ? found : projection.apply(found));
        }
    }
}
