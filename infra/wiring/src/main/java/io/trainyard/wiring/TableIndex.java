package io.trainyard.wiring;

import java.util.List;
import java.util.Optional;

/**
 * A global secondary index; its key attributes are strings.
 *
 * @param holds which attributes it holds beside the keys; empty where it holds whole items. A write is billed once more for each index
 *     that holds an attribute that the write changes
 */
public record TableIndex(String name, String partition, Optional<String> sort, Optional<List<String>> holds) {

    public TableIndex {
        holds = holds.map(List::copyOf);
    }
}
