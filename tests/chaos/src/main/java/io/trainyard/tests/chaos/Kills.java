package io.trainyard.tests.chaos;

import io.trainyard.cli.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills functions and the account -9, at their intervals, until it is closed. */
final class Kills implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final ChaosAccount account;
    private final Surroundings surroundings;
    private final Options options;
    private final Random random;
    private final AtomicInteger functions = new AtomicInteger();
    private final List<Instant> accounts = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    Kills(ChaosAccount account, Surroundings surroundings, Options options) {
        this.account = account;
        this.surroundings = surroundings;
        this.options = options;
        this.random = new Random(options.seed());
        this.thread = Thread.ofPlatform().daemon().name("kills").unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    int functions() {
        return functions.get();
    }

    /** When the account was killed. */
    List<Instant> accounts() {
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
        Instant nextFunction = now().plus(options.functionEvery());
        Instant nextAccount = now().plus(options.accountEvery());
        while (!over) {
            if (now().isAfter(nextAccount)) {
                accounts.add(now());
                account.killAndRestart();
                nextAccount = now().plus(options.accountEvery());
            } else if (now().isAfter(nextFunction)) {
                killFunction();
                nextFunction = now().plus(options.functionEvery());
            }
            surroundings.pauseFor(GLANCE);
        }
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
