package io.trainyard.simulation;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts what many seeds did: tells how far they are, every violation as it is found, and in the end how often each fault fired. */
final class Tally {

    private static final int SHOWN = 50;
    private static final long MOST_OFTEN = TimeUnit.SECONDS.toNanos(10);

    private final Options options;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final Map<Fault, Long> fired = new EnumMap<>(Fault.class);
    private long done;
    private long handled;
    private long broken;
    private long told = start;
    private boolean reported;

    Tally(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    synchronized boolean clean() {
        return broken == 0;
    }

    synchronized void take(Simulation.Result result) {
        done++;
        handled += result.handled();
        result.fired().forEach((fault, times) -> fired.merge(fault, (long) times, Long::sum));
        if (!result.holds() && ++broken <= SHOWN) {
            out.println("seed " + result.seed() + ": " + result.violation());
        }
        long now = System.nanoTime();
        if (now - told > MOST_OFTEN) {
            told = now;
            progress(TimeUnit.NANOSECONDS.toSeconds(now - start));
        }
    }

    private void progress(long seconds) {
        long left = seconds * (options.seeds() - done) / done;
        String line = "%,d of %,d seeds, %d violations, %,d s, %,d s to go%n";
        out.printf(line, done, options.seeds(), broken, seconds, left);
    }

    /** Prints what was done; once, whoever asks first. */
    synchronized void report(boolean interrupted) {
        if (reported) {
            return;
        }
        reported = true;
        for (Fault fault : Fault.values()) {
            out.printf("%-28s %,14d%n", fault, fired.getOrDefault(fault, 0L));
        }
        String line = "%s%,d seeds from %d, %,d messages handled, %d violations, %.1f s%n";
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(line, interrupted ? "interrupted after " : "", done, options.first(), handled, broken, seconds);
    }
}
