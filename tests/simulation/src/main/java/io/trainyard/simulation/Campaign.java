package io.trainyard.simulation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many seeds on every core, until they are done or somebody has seen enough. */
final class Campaign {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Options options;
    private final Tally tally;
    private final AtomicLong next;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean stopped;

    Campaign(Options options, PrintStream out) {
        this.options = options;
        this.tally = new Tally(options, out);
        this.next = new AtomicLong(options.first());
    }

    /** Runs every seed, or until it is stopped; true where every rule held. */
    boolean run() throws InterruptedException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(Thread.ofPlatform().daemon().start(this::work));
        }
        end();
        return tally.clean();
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
        tally.report(stopped);
    }

    private void work() {
        long end = options.first() + options.seeds();
        for (long seed = next.getAndIncrement(); seed < end && !stopped; seed = next.getAndIncrement()) {
            tally.take(Simulation.run(seed, Odds.HARSH, false, false));
        }
    }
}
