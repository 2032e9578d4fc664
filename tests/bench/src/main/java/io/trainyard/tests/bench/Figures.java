package io.trainyard.tests.bench;

import java.util.Locale;

/** How figures are written. */
final class Figures {

    private Figures() {}

    /** The median and the 99th percentile, for example {@code 6.2 / 18.0 ms}. */
    static String pair(Samples samples, String unit) {
        return number(samples.median()) + " / " + number(samples.percentile(99)) + " " + unit;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
    }

    /** For what takes microseconds. */
    static String fine(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String precise(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A count, whole where it is one. */
    static String amount(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : precise(value);
    }

    static String money(double dollars) {
        return precise(dollars);
    }
}
