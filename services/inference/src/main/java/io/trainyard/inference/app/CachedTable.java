package io.trainyard.inference.app;

import io.trainyard.slots.SlotTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The endpoints, read again once they are older than a moment. */
final class CachedTable {

    private record Read(SlotTable table, Instant at) {}

    private final EndpointTable source;
    private final Clock clock;
    private final Duration fresh;
    private volatile @Nullable Read last;

    CachedTable(EndpointTable source, Clock clock, Duration fresh) {
        this.source = source;
        this.clock = clock;
        this.fresh = fresh;
    }

    SlotTable recent() {
        Read read = last;
        return read != null && clock.instant().isBefore(read.at().plus(fresh)) ? read.table() : now();
    }

    SlotTable now() {
        SlotTable table = source.read();
        last = new Read(table, clock.instant());
        return table;
    }
}
