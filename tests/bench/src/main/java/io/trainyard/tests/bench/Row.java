package io.trainyard.tests.bench;

import java.util.List;

/**
 * One line of the table.
 *
 * @param measured with its unit
 * @param n how many values it is drawn from
 * @param warmUp what ran before and does not count
 * @param notes what exactly was measured and where the time goes; printed below the table
 */
record Row(
        String measure, String target, String measured, String n, String warmUp, Verdict verdict, List<String> notes) {

    Row {
        notes = List.copyOf(notes);
    }

    static Row notRun(String measure, String target, String why) {
        return new Row(measure, target, why, "-", "-", Verdict.NOT_RUN, List.of());
    }

    static Row failed(String measure, String why) {
        return new Row(measure, "-", why, "-", "-", Verdict.FAILED, List.of());
    }

    List<String> cells() {
        return List.of(measure, target, measured, n, warmUp, verdict.text());
    }
}
