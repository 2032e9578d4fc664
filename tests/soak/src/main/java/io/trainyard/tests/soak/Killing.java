package io.trainyard.tests.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills by its pace until it is closed, and leaves the account alive. */
final class Killing implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final MortalAccount account;
    private final Pace pace;
    private final Surroundings surroundings;
    private final Random chance;
    private final Thread thread;
    private volatile boolean over;
    private volatile int accountKills;
    private volatile int functionKills;

    Killing(MortalAccount account, Pace pace, Surroundings surroundings) {
        this.account = account;
        this.pace = pace;
        this.surroundings = surroundings;
        this.chance = new Random(pace.seed());
        this.thread = Thread.ofPlatform().name("killing").start(this::run);
    }

    int accountKills() {
        return accountKills;
    }

    int functionKills() {
        return functionKills;
    }

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
        Instant accountAt = next(pace.account());
        Instant functionAt = next(pace.function());
        while (!over) {
            Instant now = surroundings.clock().instant();
            if (now.isAfter(accountAt)) {
                accountAt = next(pace.account());
                killAccount();
            } else if (now.isAfter(functionAt)) {
                functionAt = next(pace.function());
                killFunction();
            }
            account.look();
            surroundings.pauseFor(GLANCE);
        }
    }

    private Instant next(Duration every) {
        return every.isZero() ? Instant.MAX : surroundings.clock().instant().plus(every);
    }

    private void killAccount() {
        try {
            account.killAndStart();
            accountKills++;
        } catch (CommandFailure e) {
            surroundings.err().println("the account did not come back: " + e.getMessage());
            over = true;
        }
    }

    private void killFunction() {
        try {
            List<Long> processes = processes();
            if (!processes.isEmpty()) {
                ProcessHandle.of(processes.get(chance.nextInt(processes.size())))
                        .filter(ProcessHandle::destroyForcibly)
                        .ifPresent(killed -> functionKills++);
            }
        } catch (CommandFailure e) {
            surroundings.err().println("no function could be killed: " + e.getMessage());
        }
    }

    private List<Long> processes() {
        List<Long> processes = new ArrayList<>();
        for (JsonNode function :
                new Api(account.endpoint()).get("/_trainyard/functions").path("functions")) {
            function.path("processes").forEach(process -> processes.add(process.asLong()));
        }
        return processes;
    }
}
