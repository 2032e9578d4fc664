package io.trainyard.tests.bench;

import java.util.Arrays;
import java.util.Collection;

/** What was measured, all in one unit. Percentiles are of the nearest rank: always a value that was measured. */
final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /** @throws IllegalArgumentException where nothing was measured */
    static Samples of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that at least this many percent of the values do not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    double largest() {
        return sorted[sorted.length - 1];
    }
}
