package io.trainyard.trainer.data;

import io.trainyard.trainer.data.Table.Row;
import io.trainyard.trainer.parameters.Task;
import io.trainyard.trainer.parameters.TrainingParameters;
import java.util.List;

/** Checks the target's cells, then fits classes or centre and scale. */
final class TargetFitting {

    /** Where tanh is used as last activation, the training rows fill this part of its range. */
    private static final double TANH_REACH = 0.8;

    private final boolean regression;
    private final boolean tanh;

    TargetFitting(TrainingParameters parameters) {
        regression = parameters.columns().task() == Task.REGRESSION;
        tanh = parameters.layers().lastTanh();
    }

    /** Refuses missing targets, text in a number, and a target that is the same in every row. */
    void check(ColumnView view) {
        DataFaults faults = new DataFaults();
        String column = view.table().columns().get(view.target());
        view.rows().forEach(row -> checkCell(row, column, view.targetOf(row), faults));
        faults.refuse();
        List<String> values =
                view.rows().stream().map(view::targetOf).distinct().toList();
        if (values.size() == 1) {
            String first = view.rows().getFirst().place();
            int rows = view.rows().size();
            faults.add(
                    first,
                    column,
                    regression
                            ? "all %d rows have the value %s: there is nothing to learn"
                                    .formatted(rows, values.getFirst())
                            : "all %d rows are of one class, '%s'; at least two classes are needed"
                                    .formatted(rows, values.getFirst()));
        }
        faults.refuse();
    }

    private void checkCell(Row row, String column, String text, DataFaults faults) {
        if (Cells.isAbsent(text)) {
            faults.add(row.place(), column, "the value is missing ('" + text + "')");
        } else if (regression) {
            try {
                Cells.number(text);
            } catch (BadCell e) {
                faults.add(row.place(), column, e.getMessage() + " (task regression predicts numbers)");
            }
        }
    }

    Target fit(ColumnView view, List<Row> learned) {
        String column = view.table().columns().get(view.target());
        if (!regression) {
            return new Target.Classes(
                    column,
                    view.rows().stream().map(view::targetOf).distinct().sorted().toList());
        }
        Moments moments = Moments.of(learned.stream().map(view::targetOf).toList());
        if (!tanh) {
            return new Target.Quantity(column, moments.mean(), moments.deviationOrOne());
        }
        double half = (moments.most() - moments.least()) / 2;
        return new Target.Quantity(column, moments.least() + half, half > 0 ? half / TANH_REACH : 1);
    }
}
