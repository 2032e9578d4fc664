package io.trainyard.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until it is told otherwise.
 *
 * <p>When it is advanced, it stops at every time at which a schedule of the account is due, and goes on when the schedule has fired: a
 * day of schedules fires in the order of a real day, in seconds. Expiry of items and the longest run time of a training follow it too; the visibility of
 * messages goes by the machine's time plus how far this clock was advanced. What is measured against the machine (time-outs of functions and of calls) does not.
 */
public final class ControllableClock extends Clock {

    private final ZoneId zone;
    private final Collection<Timed> parts;
    private final Object stepping = new Object();
    private final Instant began;
    private volatile Instant now;

    private ControllableClock(Instant now, ZoneId zone, Collection<Timed> parts) {
        this.began = now;
        this.now = now;
        this.zone = zone;
        this.parts = parts;
    }

    /** A clock in UTC that shows {@code now}, with the precision of AWS's own times: milliseconds. */
    public static ControllableClock at(Instant now) {
        return new ControllableClock(
                Instant.ofEpochMilli(now.toEpochMilli()), ZoneOffset.UTC, new CopyOnWriteArrayList<>());
    }

    /** Lets a part of an account do its work when this clock passes the time of it. */
    public void follow(Timed part) {
        parts.add(part);
    }

    /** How far it has been advanced so far. */
    public Duration advanced() {
        return Duration.between(began, now);
    }

    /** A part that has ended follows no longer. */
    public void leave(Timed part) {
        parts.remove(part);
    }

    /**
     * Sets the clock forward; returns when everything that was due on the way has been done.
     *
     * @throws IllegalArgumentException if the step is negative: no part of an account bears a clock that goes back
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the clock cannot go back by " + step.negated());
        }
        synchronized (stepping) {
            var target = now.plus(step);
            for (var due = next(target); due.isPresent(); due = next(target)) {
                arrive(due.get().isAfter(now) ? due.get() : now);
            }
            arrive(target);
        }
    }

    private Optional<Instant> next(Instant latest) {
        return parts.stream()
                .flatMap(part -> part.nextDue().stream())
                .filter(due -> !due.isAfter(latest))
                .min(Comparator.naturalOrder());
    }

    private void arrive(Instant time) {
        now = time;
        List.copyOf(parts).forEach(Timed::runDue);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A clock of its own, which shows the same time now. */
    @Override
    public ControllableClock withZone(ZoneId other) {
        return new ControllableClock(now, other, new CopyOnWriteArrayList<>());
    }
}
