package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Batch;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TransactWriteItems: all or nothing, alone among writers.
 *
 * <p>Writers take turns, so no transaction ever meets another: TransactionConflict never happens here.
 */
public final class TransactionWrites implements Operation {

    private static final int MAX_TOKEN = 36;

    // Source: API Reference, "TransactWriteItems", TransactionCanceledException, Validation Error.
    private static final List<String> ITEM_FAULTS =
            List.of("One or more parameter values", "The provided key element does not match the schema", "Item size");

    private final Catalogue catalogue;
    private final RequestTokens tokens;

    public TransactionWrites(Catalogue catalogue, RequestTokens tokens) {
        this.catalogue = catalogue;
        this.tokens = tokens;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        Optional<String> token = token(request);
        List<ItemWrite> writes = writes(request);
        byte[] fingerprint = RequestTokens.fingerprint(request.node());
        Consumption consumption = new Consumption();
        ItemCollections collections = new ItemCollections();
        catalogue.store().write(batch -> {
            if (token.isPresent() && tokens.isDone(token.get(), fingerprint)) {
                return null;
            }
            List<Outcome> outcomes = apply(writes, batch);
            for (int i = 0; i < writes.size(); i++) {
                consumption.addWrite(writes.get(i).table(), outcomes.get(i), 2);
                collections.addWrite(writes.get(i).table(), outcomes.get(i));
            }
            token.ifPresent(name -> tokens.remember(batch, name, fingerprint));
            return null;
        });
        ObjectNode answer = Json.object();
        consumption.tellAll(request, answer);
        collections.tellAll(request, answer);
        return answer;
    }

    private List<Outcome> apply(List<ItemWrite> writes, Batch batch) {
        List<Outcome> outcomes = new ArrayList<>();
        List<CancellationReason> reasons = new ArrayList<>();
        int bytes = 0;
        for (ItemWrite write : writes) {
            try {
                Outcome outcome = write.apply(catalogue, batch);
                bytes += outcome.after().map(Sizes::item).orElse(0);
                outcomes.add(outcome);
                reasons.add(CancellationReason.NONE);
            } catch (ConditionFailed e) {
                reasons.add(new CancellationReason(
                        "ConditionalCheckFailed", e.sentence(), e.item().orElse(null)));
            } catch (ServiceError e) {
                if (!e.code().equals("ValidationException")) {
                    throw e;
                }
                reasons.add(new CancellationReason("ValidationError", e.sentence(), null));
            }
        }
        if (reasons.stream().anyMatch(reason -> reason != CancellationReason.NONE)) {
            // Leaving by an exception also leaves the batch behind.
            throw new TransactionCancelled(reasons);
        }
        if (bytes > TransactionItems.MAX_BYTES) {
            throw TransactionItems.tooLarge();
        }
        return outcomes;
    }

    private List<ItemWrite> writes(Parameters request) {
        List<ItemWrite> writes = new ArrayList<>();
        List<CancellationReason> reasons = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (Parameters each : TransactionItems.of(request)) {
            try {
                ItemWrite write = write(each, only(each));
                if (!places.add(Place.of(write.table(), write.key()))) {
                    throw ServiceError.validation("Transaction request cannot include multiple operations on one item");
                }
                writes.add(write);
                reasons.add(CancellationReason.NONE);
            } catch (ServiceError e) {
                if (!isOfOneItem(e)) {
                    throw e;
                }
                reasons.add(new CancellationReason("ValidationError", e.sentence(), null));
            }
        }
        if (writes.size() < reasons.size()) {
            throw new TransactionCancelled(reasons);
        }
        return writes;
    }

    /** Faults of items and keys cancel the transaction; faults of expressions and of the request refuse it outright. */
    private static boolean isOfOneItem(ServiceError error) {
        return ITEM_FAULTS.stream().anyMatch(error.sentence()::startsWith);
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
}
