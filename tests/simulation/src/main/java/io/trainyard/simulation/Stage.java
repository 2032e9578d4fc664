package io.trainyard.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler: what happens next, at what time, and what goes wrong on the way. Everything runs in the calling thread; a handler that is
 * interrupted at a port call by another message is the nearest thing to two at once.
 */
final class Stage {

    /** A function's time-out: nothing that happens later can fall into one handler. */
    static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(30);

    private static final int DEPTH = 2;

    private final Chance chance;
    private final int[] odds;
    private final VirtualClock clock;
    private final Agenda agenda = new Agenda();
    private final int[] fired = new int[Fault.values().length];
    private final List<String> trace = new ArrayList<>();
    private final boolean tracing;
    private final List<Instant> handlers = new ArrayList<>();
    private final Map<String, Instant> down = new HashMap<>();
    private final Sabotage sabotage = new Sabotage();
    private @Nullable SimulatedDesk desk;
    private long handled;

    Stage(long seed, Odds odds, boolean tracing) {
        this.chance = new Chance(seed);
        this.odds = odds.draw(chance);
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

    /** Lets a service fail until some time. */
    void down(String service, Instant until) {
        down.put(service, until);
    }

    /** Whether a service can do nothing now; if so, that is counted. */
    boolean isDown(String service) {
        Instant back = down.get(service);
        boolean now = back != null && clock.instant().isBefore(back);
        if (now) {
            count(Fault.SERVICE_DOWN);
        }
        return now;
    }

    Sabotage sabotage() {
        return sabotage;
    }

    Chance chance() {
        return chance;
    }

    /** Whether a fault strikes here; if so, it is counted. */
    boolean strikes(Fault fault) {
        boolean struck = draws(fault);
        if (struck) {
            count(fault);
        }
        return struck;
    }

    /** Whether a fault is to strike; counted where it does. */
    boolean draws(Fault fault) {
        return chance.oneIn(odds[fault.ordinal()]);
    }

    /**
     * Puts something on the agenda; things due at the same moment come in any order.
     *
     * @param what it is, for the trace; only asked for where there is one, because words for every message would be a tenth of a run
     */
    void in(Duration delay, Supplier<String> what, Runnable act) {
        agenda.add(new Agenda.Due(clock.instant().plus(delay), chance.number(), what, act));
    }

    /** Runs everything that is due up to a moment; false when nothing is left. */
    boolean runUntil(Instant end, Runnable afterEach) {
        while (agenda.dueAt(end)) {
            next();
            afterEach.run();
        }
        return !agenda.isEmpty();
    }

    long handled() {
        return handled;
    }

    Map<Fault, Integer> fired() {
        var counts = new EnumMap<Fault, Integer>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fired[fault.ordinal()] > 0) {
                counts.put(fault, fired[fault.ordinal()]);
            }
        }
        return counts;
    }

    List<String> trace() {
        return trace;
    }

    void count(Fault fault) {
        fired[fault.ordinal()]++;
    }

    void note(Supplier<String> line) {
        if (tracing) {
            trace.add(clock.instant() + " " + "  ".repeat(handlers.size()) + line.get());
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
    void before(String call, Fault failure) {
        if (handlers.isEmpty()) {
            return;
        }
        if (draws(Fault.INTERLEAVED)) {
            interleave(call);
        }
        if (draws(Fault.CALL_HELD)) {
            pass(Fault.CALL_HELD, call);
        }
        if (strikes(Fault.KILLED_BEFORE_CALL)) {
            note(() -> "killed before " + call);
            throw new Killed(call);
        }
        if (strikes(failure)) {
            note(() -> "failed: " + call);
            throw new IllegalStateException("simulated failure of " + call);
        }
    }

    /** Whether the answer of a call that has had its effect gets lost, so that it is made again. */
    boolean losesAnswer(String call) {
        boolean lost = !handlers.isEmpty() && strikes(Fault.ANSWER_LOST);
        if (lost) {
            note(() -> "made again, because its answer was lost: " + call);
        }
        return lost;
    }

    void after(String call) {
        note(() -> call);
        if (handlers.isEmpty()) {
            return;
        }
        if (draws(Fault.ANSWER_LATE)) {
            pass(Fault.ANSWER_LATE, call);
        }
        if (strikes(Fault.KILLED_AFTER_CALL)) {
            note(() -> "killed after " + call);
            throw new Killed(call);
        }
    }

    private void interleave(String call) {
        Instant latest = handlers.getFirst().plus(FUNCTION_TIMEOUT);
        if (handlers.size() <= DEPTH && agenda.dueBefore(latest)) {
            count(Fault.INTERLEAVED);
            note(() -> "meanwhile, before " + call);
            next();
        }
    }

    /** Time goes by in the middle of a handler, never beyond its time-out. */
    private void pass(Fault why, String call) {
        Instant latest = handlers.getFirst().plus(FUNCTION_TIMEOUT);
        Instant until = clock.instant().plus(chance.upTo(FUNCTION_TIMEOUT));
        Instant end = until.isBefore(latest) ? until : latest;
        if (handlers.size() > DEPTH || !clock.instant().isBefore(end)) {
            return;
        }
        count(why);
        note(() -> why + ": " + call);
        while (agenda.dueBefore(end)) {
            next();
        }
        clock.moveTo(end);
    }

    private void next() {
        Agenda.Due due = agenda.next();
        clock.moveTo(due.when());
        note(due.what());
        due.act().run();
    }
}
