package io.trainyard.trainer.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run's hyperparameters, checked and typed.
 *
 * @param columns which columns are what
 * @param layers the network's shape
 * @param fit how it is trained
 * @param patience when it is slowed down, ended and saved
 * @param fingerprint the values that a checkpoint must share to be resumed, by name
 */
public record TrainingParameters(
        Columns columns, Layers layers, Fit fit, Patience patience, Map<String, String> fingerprint) {

    /** Longer or shorter runs may go on from the same checkpoint. */
    private static final List<String> NOT_IN_FINGERPRINT =
            List.of("epochs", "early-stopping-patience", "lr-patience", "checkpoint-every");

    /**
     * Which columns are what.
     *
     * @param target the column to predict
     * @param task what kind of prediction
     * @param features the feature columns in order; every other column where empty
     * @param categorical those features that are words, not numbers
     * @param validationFraction the part of the training rows kept for validation when there is no such channel
     */
    public record Columns(
            String target,
            Task task,
            Optional<List<String>> features,
            List<String> categorical,
            double validationFraction) {}

    /**
     * The network's shape.
     *
     * @param nodes sizes of the hidden layers
     * @param dropout part of the nodes left out at random in each training step
     * @param batchNormalization whether each hidden layer is normalised per batch
     * @param lastTanh whether a regression's output passes through tanh
     */
    public record Layers(List<Integer> nodes, double dropout, boolean batchNormalization, boolean lastTanh) {}

    /**
     * How the network is trained.
     *
     * @param epochs passes over the training rows, at most
     * @param batchSize rows per step
     * @param learningRate step size at the start
     * @param optimizer {@code adam} or {@code sgd}
     * @param loss {@code mse}, {@code mae} or {@code cross-entropy}
     * @param seed decides split, weights, order and dropout: the same seed gives the same model
     */
    public record Fit(int epochs, int batchSize, double learningRate, String optimizer, String loss, long seed) {}

    /**
     * When a run is slowed down, ended and saved; all in epochs.
     *
     * @param monitor the metric that is watched
     * @param stopAfter epochs without a better value before the run ends
     * @param slowAfter epochs without a better value before the learning rate is halved
     * @param checkpointEvery epochs between two checkpoints
     */
    public record Patience(String monitor, int stopAfter, int slowAfter, int checkpointEvery) {}

    /**
     * Checks and reads hyperparameters.
     *
     * @param given names and values as the contract delivers them
     * @throws RefusedParameters with every violation at once
     */
    public static TrainingParameters of(Map<String, String> given) {
        ParameterValues values = ParameterValues.checked(given);
        Task task = Task.of(values.text("task"));
        Columns columns = new Columns(
                values.text("target"),
                task,
                values.optional("features").map(Rule::split),
                values.optional("categorical").map(Rule::split).orElse(List.of()),
                values.decimal("validation-fraction"));
        Layers layers = new Layers(
                Rule.split(values.text("nodes")).stream().map(Integer::valueOf).toList(),
                values.decimal("dropout"),
                values.flag("batch-normalization"),
                values.text("last-activation").equals("tanh"));
        Fit fit = new Fit(
                values.whole("epochs"),
                values.whole("batch-size"),
                values.decimal("learning-rate"),
                values.text("optimizer"),
                values.optional("loss").orElse(task == Task.REGRESSION ? "mse" : "cross-entropy"),
                values.whole("seed"));
        Patience patience = new Patience(
                values.text("monitor-metric"),
                values.whole("early-stopping-patience"),
                values.whole("lr-patience"),
                values.whole("checkpoint-every"));
        return new TrainingParameters(columns, layers, fit, patience, fingerprint(values));
    }

    private static Map<String, String> fingerprint(ParameterValues values) {
        Map<String, String> kept = new TreeMap<>(values.values());
        NOT_IN_FINGERPRINT.forEach(kept::remove);
        return kept;
    }
}
