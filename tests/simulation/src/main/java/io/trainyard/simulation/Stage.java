package io.trainyard.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler: what happens next, at what time, and what goes wrong on the way. Everything runs in the calling thread; a handler that is
 * interrupted at a port call by another message is the nearest thing to two at once.
 */
final class Stage {

    /** A function's time-out: nothing that happens later can fall into one handler. */
    static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(30);

    private static final int DEPTH = 2;

    private record Due(Instant when, long order, String what, Runnable act) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = when.compareTo(other.when);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Chance chance;
    private final Odds odds;
    private final VirtualClock clock;
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private final Map<Fault, Integer> fired = new EnumMap<>(Fault.class);
    private final List<String> trace = new ArrayList<>();
    private final boolean tracing;
    private final List<Instant> handlers = new ArrayList<>();
    private final Sabotage sabotage = new Sabotage();
    private @Nullable SimulatedDesk desk;
    private long handled;

    Stage(long seed, Odds odds, boolean tracing) {
        this.chance = new Chance(seed);
        this.odds = odds;
        this.clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
        this.tracing = tracing;
    }

    Clock clock() {
        return clock;
    }

    /** Where messages go that nobody could handle; empty where they come back by themselves. */
    Optional<SimulatedDesk> deadLetters() {
        return Optional.ofNullable(desk);
    }

    void deadLettersTo(SimulatedDesk where) {
        desk = where;
    }

    Sabotage sabotage() {
        return sabotage;
    }

    Chance chance() {
        return chance;
    }

    Odds odds() {
        return odds;
    }

    /** Puts something on the agenda; things due at the same moment come in any order. */
    void in(Duration delay, String what, Runnable act) {
        agenda.add(new Due(clock.instant().plus(delay), chance.number(), what, act));
    }

    /** Runs everything that is due up to a moment; false when nothing is left. */
    boolean runUntil(Instant end, Runnable afterEach) {
        while (!agenda.isEmpty() && !agenda.peek().when().isAfter(end)) {
            next();
            afterEach.run();
        }
        return !agenda.isEmpty();
    }

    long handled() {
        return handled;
    }

    Map<Fault, Integer> fired() {
        return fired;
    }

    List<String> trace() {
        return trace;
    }

    void count(Fault fault) {
        fired.merge(fault, 1, Integer::sum);
    }

    void note(String line) {
        if (tracing) {
            trace.add(clock.instant() + " " + "  ".repeat(handlers.size()) + line);
        }
    }

    /** Runs a handler: what it calls may be interrupted until it ends. */
    void handle(Runnable handler) {
        handlers.add(clock.instant());
        handled++;
        try {
            handler.run();
        } finally {
            handlers.removeLast();
        }
    }

    /** A place between two port calls. Outside handlers nothing happens here. */
    void before(String call) {
        if (handlers.isEmpty()) {
            return;
        }
        if (chance.oneIn(odds.interleave()) && handlers.size() <= DEPTH) {
            interleave(call);
        }
        if (chance.oneIn(odds.kill())) {
            count(Fault.KILLED_BEFORE_CALL);
            note("killed before " + call);
            throw new Killed(call);
        }
        if (chance.oneIn(odds.fail())) {
            count(Fault.CALL_FAILED);
            note("failed: " + call);
            throw new IllegalStateException("simulated failure of " + call);
        }
    }

    void after(String call) {
        note(call);
        if (!handlers.isEmpty() && chance.oneIn(odds.kill())) {
            count(Fault.KILLED_AFTER_CALL);
            note("killed after " + call);
            throw new Killed(call);
        }
    }

    private void interleave(String call) {
        Instant latest = handlers.getFirst().plus(FUNCTION_TIMEOUT);
        if (!agenda.isEmpty() && agenda.peek().when().isBefore(latest)) {
            count(Fault.INTERLEAVED);
            note("meanwhile, before " + call);
            next();
        }
    }

    private void next() {
        Due due = agenda.poll();
        clock.moveTo(due.when());
        note(due.what());
        due.act().run();
    }
}
