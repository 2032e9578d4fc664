package io.trainyard.trainer.data;

import io.trainyard.trainer.data.Table.Row;
import io.trainyard.trainer.parameters.TrainingParameters.Columns;
import java.util.List;
import java.util.Optional;

/** A table seen through the names that a run was given: its features in order, and its target. */
record ColumnView(Table table, List<String> features, List<Integer> indexes, int target) {

    /**
     * Finds the columns, and refuses when one is missing.
     *
     * @param features the features of another channel that this one must have too
     */
    static ColumnView of(Table table, Columns columns, Optional<List<String>> features) {
        DataFaults faults = new DataFaults();
        List<String> wanted = features.or(columns::features)
                .orElseGet(() -> table.columns().stream()
                        .filter(name -> !name.equals(columns.target()))
                        .toList());
        demand(table, columns.target(), "the target", faults);
        wanted.forEach(name -> demand(table, name, "a feature", faults));
        columns.categorical().stream()
                .filter(name -> !wanted.contains(name))
                .forEach(name -> demand(table, name, "named as categorical", faults));
        if (wanted.isEmpty()) {
            faults.add(table.source() + " row 1", "", "there is no column beside the target");
        }
        faults.refuse();
        List<Integer> indexes = wanted.stream().map(table.columns()::indexOf).toList();
        return new ColumnView(table, wanted, indexes, table.columns().indexOf(columns.target()));
    }

    private static void demand(Table table, String column, String role, DataFaults faults) {
        if (!table.columns().contains(column)) {
            String problem =
                    "the column is missing (" + role + "); the header has " + String.join(",", table.columns());
            faults.add(table.source() + " row 1", column, problem);
        }
    }

    List<Row> rows() {
        return table.rows();
    }

    String feature(Row row, int position) {
        return row.cells().get(indexes.get(position)).strip();
    }

    List<String> featureCells(Row row) {
        return indexes.stream().map(index -> row.cells().get(index).strip()).toList();
    }

    String targetOf(Row row) {
        return row.cells().get(target).strip();
    }
}
