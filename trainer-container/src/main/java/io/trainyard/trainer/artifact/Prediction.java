package io.trainyard.trainer.artifact;

import java.util.Map;

/** The answer for one row. */
public sealed interface Prediction {

    /** A number in the target's own unit, to six significant digits. */
    record Number(double value) implements Prediction {}

    /**
     * A class.
     *
     * @param label the likeliest class
     * @param score its probability
     * @param probabilities of every class, in the order of the classes; they sum to 1 but for rounding
     */
    record Label(String label, double score, Map<String, Double> probabilities) implements Prediction {}
}
