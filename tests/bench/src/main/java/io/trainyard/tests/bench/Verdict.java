package io.trainyard.tests.bench;

import java.util.Locale;

/** What a row says of its target. */
enum Verdict {
    MET,
    MISSED,
    /** A figure without a target. */
    MEASURED,
    NOT_RUN,
    FAILED;

    static Verdict of(boolean met) {
        return met ? MET : MISSED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
