package io.trainyard.tests.bench;

import java.io.IOException;
import java.util.List;

/** Some rows of the table. */
interface Measurement {

    /** What it measures, for the progress line and for the row of one that fails. */
    String name();

    List<Row> take() throws IOException, InterruptedException;
}
