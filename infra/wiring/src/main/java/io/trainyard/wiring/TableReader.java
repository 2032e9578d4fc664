package io.trainyard.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an entry of {@code state} that is more than a name. */
final class TableReader {

    private static final String EXAMPLE =
            "{name: records, indexes: [{name: listing, partition: listing, sort: createdAt, holds: [name]}]}";

    private static final String ATTRIBUTE = "[a-z][A-Za-z0-9]*";

    private TableReader() {}

    static Table read(Section top, String at, JsonNode entry) {
        var violations = new ArrayList<Violation>();
        var section = new Section("", at, entry, violations);
        if (!entry.isObject()) {
            top.refuse(at, "must be a name or a mapping.", "write `claims` or `" + EXAMPLE + "`.");
            return new Table("", List.of());
        }
        section.allowOnly(Set.of("name", "indexes"));
        var name = section.text("name", EXAMPLE);
        var indexes = new ArrayList<TableIndex>();
        for (var index : section.list("indexes")) {
            indexes.add(index(new Section("", at + ".indexes[" + indexes.size() + "]", index, violations)));
        }
        violations.forEach(found -> top.refuse(found.field(), found.problem(), found.fix()));
        return new Table(name, indexes);
    }

    private static TableIndex index(Section index) {
        index.allowOnly(Set.of("name", "partition", "sort", "holds"));
        return new TableIndex(
                index.text("name", "name: listing"),
                index.text("partition", "partition: listing"),
                index.has("sort") ? Optional.of(index.text("sort", "sort: createdAt")) : Optional.empty(),
                index.has("holds") ? Optional.of(index.texts("holds", ATTRIBUTE, "name")) : Optional.empty());
    }
}
