package io.trainyard.wiring;

import java.util.List;

/** A table that a service owns: string keys {@code pk} and {@code sk}, and its indexes. */
public record Table(String name, List<TableIndex> indexes) {

    public Table {
        indexes = List.copyOf(indexes);
    }
}
