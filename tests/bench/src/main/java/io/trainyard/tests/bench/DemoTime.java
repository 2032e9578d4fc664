package io.trainyard.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How long {@code ./trainyard demo} takes. */
final class DemoTime implements Measurement {

    private static final double MOST = 90;

    private final LauncherCall launcher;
    private final boolean wanted;

    DemoTime(LauncherCall launcher, boolean wanted) {
        this.launcher = launcher;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "demo, everything built";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        if (!wanted) {
            return List.of(Row.notRun(name(), "90 s", "--with-demo runs it"));
        }
        Path home = Folders.temporary();
        try {
            double seconds = launcher.seconds(home, "demo");
            return List.of(new Row(
                    name(), "90 s", Figures.number(seconds) + " s", "1", "-", Verdict.of(seconds <= MOST), List.of()));
        } finally {
            Folders.remove(home);
        }
    }
}
