package io.trainyard.simulation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Many seeds on every core: tells how far it is, every violation as it is found, and in the end how often each fault fired. */
final class Campaign {

    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_OFTEN = TimeUnit.SECONDS.toNanos(10);

    private final Options options;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final AtomicLong next;
    private final Map<Fault, Long> fired = new EnumMap<>(Fault.class);
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean stopped;
    private long done;
    private long handled;
    private long broken;
    private long told = start;
    private boolean reported;

    Campaign(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.next = new AtomicLong(options.first());
    }

    /** Runs every seed, or until it is stopped; true where every rule held. */
    boolean run() throws InterruptedException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(Thread.ofPlatform().daemon().start(this::work));
        }
        end();
        return broken == 0;
    }

    /** Ends the run after the seeds that are under way, and tells what was done. */
    void stop() {
        stopped = true;
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean stopped() {
        return stopped;
    }

    private void end() throws InterruptedException {
        for (Thread worker : workers) {
            worker.join(stopped ? PATIENCE : Duration.ofDays(365));
        }
        report();
    }

    private void work() {
        long end = options.first() + options.seeds();
        for (long seed = next.getAndIncrement(); seed < end && !stopped; seed = next.getAndIncrement()) {
            take(Simulation.run(seed, Odds.HARSH, false, false));
        }
    }

    private synchronized void take(Simulation.Result result) {
        done++;
        handled += result.handled();
        result.fired().forEach((fault, times) -> fired.merge(fault, (long) times, Long::sum));
        if (!result.holds() && ++broken <= SHOWN) {
            out.println("seed " + result.seed() + ": " + result.violation());
        }
        long now = System.nanoTime();
        if (now - told > MOST_OFTEN) {
            told = now;
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - start);
            long left = seconds * (options.seeds() - done) / done;
            out.printf(
                    "%,d of %,d seeds, %d violations, %,d s, %,d s to go%n",
                    done, options.seeds(), broken, seconds, left);
        }
    }

    private synchronized void report() {
        if (reported) {
            return;
        }
        reported = true;
        for (Fault fault : Fault.values()) {
            out.printf("%-28s %,14d%n", fault, fired.getOrDefault(fault, 0L));
        }
        out.printf(
                "%s%,d seeds from %d, %,d messages handled, %d violations, %.1f s%n",
                stopped ? "interrupted after " : "",
                done,
                options.first(),
                handled,
                broken,
                (System.nanoTime() - start) / 1e9);
    }
}
