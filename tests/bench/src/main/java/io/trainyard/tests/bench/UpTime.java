package io.trainyard.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code ./trainyard up} takes in a new home. */
final class UpTime implements Measurement {

    private static final int TIMES = 3;
    private static final double MOST = 10;

    private final LauncherCall launcher;

    UpTime(LauncherCall launcher) {
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            seconds.add(once());
        }
        Samples samples = Samples.of(seconds);
        return List.of(new Row(
                "up ready, everything built (median / largest)",
                "10 s",
                Figures.number(samples.median()) + " / " + Figures.number(samples.largest()) + " s",
                TIMES + " new homes",
                "-",
                Verdict.of(samples.median() <= MOST),
                List.of("The whole command, its check of what is stale included, until it returns.")));
    }

    private double once() throws IOException, InterruptedException {
        Path home = Folders.temporary();
        try {
            return launcher.seconds(home, "up", "--port", "0");
        } finally {
            launcher.seconds(home, "down");
            Folders.remove(home);
        }
    }
}
