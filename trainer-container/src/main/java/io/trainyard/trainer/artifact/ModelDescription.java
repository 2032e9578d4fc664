package io.trainyard.trainer.artifact;

import io.trainyard.trainer.data.Schema;
import io.trainyard.trainer.data.Target;
import io.trainyard.trainer.network.NetworkShape;
import java.util.Map;

/**
 * {@code model.json}: all that serving must know beside the weights.
 *
 * @param formatVersion raised when an older server could not read the file
 * @param schema features in order, with what was fitted in training
 * @param target classes, or centre and scale
 * @param network the network's shape
 * @param training how it came to be: seed, epochs, hyperparameters, library versions
 * @param metrics the final figures by name
 */
public record ModelDescription(
        int formatVersion,
        Schema schema,
        Target target,
        NetworkShape network,
        Origin training,
        Map<String, Double> metrics) {

    /** The version that this program writes and reads. */
    public static final int FORMAT_VERSION = 1;

    /**
     * How a model came to be.
     *
     * @param epochs passes over the rows
     * @param bestEpoch the pass whose weights were kept
     * @param rows rows learned from
     * @param validationRows rows that decided when to stop
     * @param dataDigest SHA-256 over the cells
     * @param hyperparameters as they were given, defaults filled in
     */
    public record Origin(
            int epochs,
            int bestEpoch,
            int rows,
            int validationRows,
            String dataDigest,
            Map<String, String> hyperparameters) {}
}
