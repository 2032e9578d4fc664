package io.trainyard.trainer.data;

import io.trainyard.trainer.data.Table.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks the feature cells, then fits means, deviations and word lists. */
final class FeatureFitting {

    /** One input per word: more words than this is a column of names, not of categories. */
    private static final int MOST_WORDS = 1000;

    private final Set<String> categorical;

    FeatureFitting(List<String> categorical) {
        this.categorical = Set.copyOf(categorical);
    }

    /** Refuses every cell that is missing, or is no number in a numeric column. */
    void check(ColumnView view) {
        DataFaults faults = new DataFaults();
        for (Row row : view.rows()) {
            for (int i = 0; i < view.features().size(); i++) {
                checkCell(row, view.features().get(i), view.feature(row, i), faults);
            }
        }
        faults.refuse();
    }

    private void checkCell(Row row, String column, String text, DataFaults faults) {
        if (Cells.isAbsent(text)) {
            faults.add(row.place(), column, "the value is missing ('" + text + "')");
        } else if (!categorical.contains(column)) {
            try {
                Cells.number(text);
            } catch (BadCell e) {
                faults.add(row.place(), column, e.getMessage() + " (name words' columns in 'categorical')");
            }
        }
    }

    /** Words come from the whole channel: they are names, not statistics. Means and deviations do not. */
    Schema fit(ColumnView view, List<Row> learned) {
        DataFaults faults = new DataFaults();
        List<Feature> features = IntStream.range(0, view.features().size())
                .mapToObj(i -> feature(view, i, learned, faults))
                .toList();
        faults.refuse();
        return new Schema(features);
    }

    private Feature feature(ColumnView view, int position, List<Row> learned, DataFaults faults) {
        String name = view.features().get(position);
        if (!categorical.contains(name)) {
            Moments moments = Moments.of(
                    learned.stream().map(row -> view.feature(row, position)).toList());
            return new Feature.Numeric(name, moments.mean(), moments.deviationOrOne());
        }
        List<String> words = view.rows().stream()
                .map(row -> view.feature(row, position))
                .distinct()
                .sorted()
                .toList();
        if (words.size() > MOST_WORDS) {
            faults.add(
                    view.table().source() + " row 1",
                    name,
                    words.size() + " different words; at most " + MOST_WORDS + " can be categories");
        }
        return new Feature.Categorical(name, words);
    }
}
