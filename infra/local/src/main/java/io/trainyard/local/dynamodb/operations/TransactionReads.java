package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TransactGetItems: several items as they are at one moment, between two writes. */
public final class TransactionReads implements Operation {

    private final Catalogue catalogue;

    public TransactionReads(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        List<Read> reads = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (Parameters each : TransactionItems.of(request)) {
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
        Consumption consumption = new Consumption();
        int bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            int size = items.get(i).map(Sizes::item).orElse(0);
            bytes += size;
            consumption.addRead(new Target(reads.get(i).table(), null), 2 * Capacity.read(size, true));
        }
        if (bytes > TransactionItems.MAX_BYTES) {
            throw TransactionItems.tooLarge();
        }
        consumption.tellAll(request, answer);
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
