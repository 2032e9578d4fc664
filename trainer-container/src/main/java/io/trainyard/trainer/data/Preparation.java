package io.trainyard.trainer.data;

import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.data.Table.Row;
import io.trainyard.trainer.parameters.Task;
import io.trainyard.trainer.parameters.TrainingParameters;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the channels into examples: checks every cell, splits, fits scalers on the training rows, encodes. */
public final class Preparation {

    /** Below this nothing can be split, let alone learned. */
    private static final int FEWEST_ROWS = 8;

    private final TrainingParameters parameters;

    private Preparation(TrainingParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Prepares a run.
     *
     * @param train the train channel
     * @param validation the validation channel; where there is none, a part of the train channel by seed
     * @throws ContainerFailure naming file, row and column of what cannot be used
     */
    public static Prepared prepare(Table train, Optional<Table> validation, TrainingParameters parameters) {
        return new Preparation(parameters).run(train, validation);
    }

    private Prepared run(Table train, Optional<Table> validationTable) {
        ColumnView view = ColumnView.of(train, parameters.columns(), Optional.empty());
        Optional<ColumnView> validation =
                validationTable.map(table -> ColumnView.of(table, parameters.columns(), Optional.of(view.features())));
        TargetFitting targets = new TargetFitting(parameters);
        FeatureFitting features = new FeatureFitting(parameters.columns().categorical());
        features.check(view);
        targets.check(view);
        validation.ifPresent(features::check);
        demandRows(view);
        Split split = validation.isPresent() ? everything(view.rows().size()) : split(view);
        List<Row> learned = Split.pick(view.rows(), split.training());
        Schema schema = features.fit(view, learned);
        Target target = targets.fit(view, learned);
        ColumnView judged = validation.orElse(view);
        List<Row> judges = validation.isPresent() ? judged.rows() : Split.pick(view.rows(), split.validation());
        return new Prepared(
                schema,
                target,
                encode(view, learned, schema, target),
                encode(judged, judges, schema, target),
                judged.featureCells(judges.getFirst()),
                Digest.of(train, validationTable));
    }

    private static void demandRows(ColumnView view) {
        if (view.rows().size() < FEWEST_ROWS) {
            String last = view.rows().getLast().place();
            throw new ContainerFailure(
                    "data refused: %s is the last of %d rows; at least %d are needed to learn and to validate"
                            .formatted(last, view.rows().size(), FEWEST_ROWS));
        }
    }

    private static Split everything(int rows) {
        return new Split(IntStream.range(0, rows).boxed().toList(), List.of());
    }

    private Split split(ColumnView view) {
        boolean classes = parameters.columns().task() == Task.CLASSIFICATION;
        List<String> groups = classes
                ? view.rows().stream().map(view::targetOf).toList()
                : Collections.nCopies(view.rows().size(), "");
        return Split.of(
                groups,
                parameters.columns().validationFraction(),
                parameters.fit().seed());
    }

    private static Examples encode(ColumnView view, List<Row> rows, Schema schema, Target target) {
        DataFaults faults = new DataFaults();
        float[][] inputs = new float[rows.size()][];
        float[] targets = new float[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            inputs[i] = schema.encode(
                    view.featureCells(row), (column, problem) -> faults.add(row.place(), column, problem));
            try {
                targets[i] = target.encode(view.targetOf(row));
            } catch (BadCell e) {
                faults.add(row.place(), target.name(), String.valueOf(e.getMessage()));
            }
        }
        faults.refuse();
        return new Examples(inputs, targets);
    }
}
