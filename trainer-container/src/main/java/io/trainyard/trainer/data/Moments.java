package io.trainyard.trainer.data;

import java.util.Arrays;
import java.util.List;

/** Mean, standard deviation (of the population) and range of some numbers. */
record Moments(double mean, double deviation, double least, double most) {

    /** Reads numbers that were checked before. */
    static Moments of(List<String> texts) {
        double[] values =
                texts.stream().mapToDouble(text -> Double.parseDouble(text)).toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Moments(mean, Math.sqrt(squares / Math.max(1, values.length)), least, most);
    }

    /** A constant column carries nothing: it is centred and left as it is, rather than divided by 0. */
    double deviationOrOne() {
        return deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 1;
    }
}
