package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Entry;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.ItemCodec;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Deletes items whose time has passed, some time after it has. Until then they are answered like any other, as AWS
 * says: readers must judge expiry themselves.
 */
public final class TimeToLiveSweep {

    // Source: Developer Guide, "Using time to live": a time more than five years ago is taken for a mistake.
    private static final Duration OLDEST = Duration.ofDays(5 * 365);

    private final Catalogue catalogue;
    private final Clock clock;

    public TimeToLiveSweep(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Returns how many items it deleted. */
    public int run() {
        int deleted = 0;
        for (Table table : List.copyOf(catalogue.all())) {
            String attribute = table.schema().settings().ttlAttribute();
            if (attribute != null) {
                for (byte[] key : expired(table, attribute)) {
                    deleted += delete(table, attribute, key) ? 1 : 0;
                }
            }
        }
        return deleted;
    }

    private List<byte[]> expired(Table table, String attribute) {
        List<byte[]> keys = new ArrayList<>();
        Iterator<Entry> entries = table.scan(KeyRange.ALL, true);
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (isExpired(ItemCodec.decode(entry.value()), attribute)) {
                keys.add(entry.key());
            }
        }
        return keys;
    }

    private boolean delete(Table table, String attribute, byte[] key) {
        return catalogue.store().write(batch -> {
            Optional<Table> now = catalogue
                    .find(table.schema().name())
                    .filter(each ->
                            each.schema().identity().equals(table.schema().identity()));
            Optional<MapValue> item = now.flatMap(each -> each.get(key)).filter(each -> isExpired(each, attribute));
            item.ifPresent(old -> now.orElseThrow().remove(batch, key, old));
            return item.isPresent();
        });
    }

    private boolean isExpired(MapValue item, String attribute) {
        Optional<AttributeValue> value = item.get(attribute);
        if (value.isEmpty() || !(value.get() instanceof NumberValue(BigDecimal seconds))) {
            return false;
        }
        BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        return seconds.compareTo(now) < 0
                && seconds.compareTo(now.subtract(BigDecimal.valueOf(OLDEST.toSeconds()))) > 0;
    }
}
