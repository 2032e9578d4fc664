package io.trainyard.tests.mortal;

import io.trainyard.cli.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills functions and the account -9, at their intervals, until it is closed. */
public final class Kills implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final MortalAccount account;
    private final Surroundings surroundings;
    private final Pace pace;
    private final Random random;
    private final AtomicInteger functions = new AtomicInteger();
    private final List<Instant> accounts = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    public Kills(MortalAccount account, Surroundings surroundings, Pace pace) {
        this.account = account;
        this.surroundings = surroundings;
        this.pace = pace;
        this.random = new Random(pace.seed());
        this.thread = Thread.ofPlatform().daemon().name("kills").unstarted(this::run);
    }

    public void begin() {
        thread.start();
    }

    public int functions() {
        return functions.get();
    }

    /** When the account was killed. */
    public List<Instant> accounts() {
        return List.copyOf(accounts);
    }

    /** Stops, and returns once the account is up. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Instant nextFunction = next(pace.function());
        Instant nextAccount = next(pace.account());
        while (!over) {
            if (now().isAfter(nextAccount)) {
                accounts.add(now());
                account.killAndRestart();
                nextAccount = next(pace.account());
            } else if (now().isAfter(nextFunction)) {
                killFunction();
                nextFunction = next(pace.function());
            }
            account.look();
            surroundings.pauseFor(GLANCE);
        }
    }

    private Instant next(Duration every) {
        return every.isZero() ? Instant.MAX : now().plus(every);
    }

    private void killFunction() {
        List<Long> pids = account.functions();
        if (!pids.isEmpty()) {
            ProcessHandle.of(pids.get(random.nextInt(pids.size()))).ifPresent(process -> {
                process.destroyForcibly();
                functions.incrementAndGet();
            });
        }
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
