package io.trainyard.local.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * One fault of a plan: what, where, how often, and how.
 *
 * @param id by which it is listed and cleared; setting another of the same id replaces it
 * @param effect what it does beyond its kind
 */
public record Fault(String id, FaultKind kind, Matching where, Odds odds, Effect effect) {

    /**
     * What a fault does beyond its kind.
     *
     * @param delay read by kinds that wait
     * @param error AWS's error name, read by {@link FaultKind#ERROR} and {@link FaultKind#ENTRY_REFUSED}
     * @param line what a container prints when it strikes, in place of a time, read by {@link FaultKind#SPOT_INTERRUPTION} and
     *     {@link FaultKind#CRASH}
     * @param limit slots, instances or calls a second that are free of the fault
     */
    public record Effect(
            Optional<Duration> delay, Optional<String> error, Optional<String> line, Optional<Integer> limit) {

        static final Effect PLAIN = new Effect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A fault of this kind that strikes always and everywhere; its id is the kind's name. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind.word(), kind, Matching.EVERYTHING, Odds.ALWAYS, Effect.PLAIN);
    }

    public Fault named(String other) {
        return new Fault(other, kind, where, odds, effect);
    }

    /** At calls of this service and operation; {@code *} stands for anything. */
    public Fault at(String service, String operation) {
        return new Fault(id, kind, new Matching(service, operation, where.name(), where.instanceType()), odds, effect);
    }

    /** For resources of this name; {@code *} stands for anything. */
    public Fault about(String name) {
        return new Fault(
                id, kind, new Matching(where.service(), where.operation(), name, where.instanceType()), odds, effect);
    }

    /** For instances of this type; {@code *} stands for anything. */
    public Fault on(String instanceType) {
        return new Fault(
                id, kind, new Matching(where.service(), where.operation(), where.name(), instanceType), odds, effect);
    }

    public Fault withRate(double rate) {
        return new Fault(
                id, kind, where, new Odds(rate, odds.skip(), odds.times(), odds.after(), odds.lasts()), effect);
    }

    /** Only the n-th matching occasion, counted from 1. */
    public Fault onlyThe(long nth) {
        return new Fault(
                id, kind, where, new Odds(odds.rate(), nth - 1, Optional.of(1L), odds.after(), odds.lasts()), effect);
    }

    /** Not before so many matching occasions have gone well. */
    public Fault afterThe(long first) {
        return new Fault(
                id, kind, where, new Odds(odds.rate(), first, odds.times(), odds.after(), odds.lasts()), effect);
    }

    public Fault times(long most) {
        return new Fault(
                id,
                kind,
                where,
                new Odds(odds.rate(), odds.skip(), Optional.of(most), odds.after(), odds.lasts()),
                effect);
    }

    public Fault withDelay(Duration delay) {
        return new Fault(
                id, kind, where, odds, new Effect(Optional.of(delay), effect.error(), effect.line(), effect.limit()));
    }

    /** When a container prints a line that holds this. */
    public Fault atLine(String line) {
        return new Fault(
                id, kind, where, odds, new Effect(effect.delay(), effect.error(), Optional.of(line), effect.limit()));
    }

    public Fault withError(String error) {
        return new Fault(
                id, kind, where, odds, new Effect(effect.delay(), Optional.of(error), effect.line(), effect.limit()));
    }

    public Fault withLimit(int limit) {
        return new Fault(
                id, kind, where, odds, new Effect(effect.delay(), effect.error(), effect.line(), Optional.of(limit)));
    }
}
