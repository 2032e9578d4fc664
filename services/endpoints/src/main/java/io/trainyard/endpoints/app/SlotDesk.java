package io.trainyard.endpoints.app;

import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotLimits;
import io.trainyard.slots.SlotTable;
import io.trainyard.slots.SlotTable.Change;
import io.trainyard.slots.Waiter;
import io.trainyard.steps.app.LeaseHeld;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Changes the slots, whoever else changes them at the same time. The timer of an endpoint that leaves is set before the write that
 * makes it leave, so that it is deleted even if nothing after the write happens.
 */
final class SlotDesk {

    /** A message of SQS waits no longer. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Longer than any deletion takes; the timer is removed once it is done. */
    private static final Duration RETIRING = Duration.ofDays(30);

    /** The message comes first; the timer is for the handler that died before it could send one. */
    private static final Duration SAFETY_NET = Duration.ofMinutes(5);

    private static final int TRIES = 20;

    private final EndpointPorts ports;
    private final EndpointSettings settings;
    private final Clock clock;

    SlotDesk(EndpointPorts ports, EndpointSettings settings, Clock clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
    }

    SlotTable read() {
        return ports.slots().read();
    }

    /** Takes a slot or joins the line; the answer says which. */
    SlotTable enter(Slot wanted, String caller, String causationId) {
        String reason = "another endpoint waits for its slot: at most " + limits().cap() + " are allowed";
        var ifFull = new Retirement(clock.instant(), reason, causationId);
        Change change = change(table -> table.enter(wanted, caller, limits(), ifFull));
        offer(change.table().line().first(change.table().free(limits())), ifFull.since());
        return change.table();
    }

    /** Lets those READY endpoints leave. */
    void retire(Predicate<Slot> which, String reason, String causationId) {
        var why = new Retirement(clock.instant(), reason, causationId);
        SlotTable table = change(read -> read.retire(which, why)).table();
        // Those found leaving too: an earlier delivery may have died before it sent them on.
        table.slots().stream()
                .filter(slot -> which.test(slot) && slot.retirement().isPresent())
                .forEach(slot -> drain(slot.key()));
    }

    /** Gives a slot or a place in the line back, and tells the first who wait that one is free. */
    void free(AttemptKey key) {
        SlotTable table = change(read -> new Change(read.free(key, limits(), clock.instant()), List.of()))
                .table();
        List<Waiter> first = table.line().first(table.free(limits()));
        first.forEach(waiter -> ports.own().tick(waiter.key(), Duration.ZERO));
        nextAfter(first.size(), table);
    }

    /**
     * Writes the table and a row in one transaction.
     *
     * @param how the changed table and the row as it is to be stored; empty where the table no longer allows it
     * @return the stored row; empty where the row has changed, or {@code how} was
     */
    Optional<Attempt> settle(
            Attempt read, Function<SlotTable, Optional<Settling>> how, Function<AttemptKey, Long> version) {
        for (int i = 0; i < TRIES; i++) {
            SlotTable table = read();
            Optional<Settling> next = how.apply(table);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            next.get().change().retiring().forEach(this::watch);
            Attempt settled = next.get().row();
            if (ports.slots().settle(table, next.get().change().table(), read, settled)) {
                return Optional.of(settled);
            }
            if (version.apply(read.key()) != read.version()) {
                return Optional.empty();
            }
        }
        throw new LeaseHeld("the slots changed under every try to write them");
    }

    /** A change of the table together with the row that it belongs to. */
    record Settling(Change change, Attempt row) {}

    /** Begins to delete an endpoint that leaves, once nobody can be on the way to it any more. */
    void drain(AttemptKey key) {
        ports.own().retire(key, atMost(settings.drain()));
    }

    static Duration atMost(Duration delay) {
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    private Change change(Function<SlotTable, Change> how) {
        for (int i = 0; i < TRIES; i++) {
            SlotTable table = read();
            Change change = how.apply(table);
            change.retiring().forEach(this::watch);
            if (change.table() == table || ports.slots().replace(table, change.table())) {
                change.retiring().forEach(slot -> drain(slot.key()));
                return change;
            }
        }
        throw new LeaseHeld("the slots changed under every try to write them");
    }

    private void offer(List<Waiter> entitled, Instant now) {
        entitled.stream()
                .filter(waiter -> now.equals(waiter.offeredAt()))
                .forEach(waiter -> ports.own().tick(waiter.key(), Duration.ZERO));
    }

    /** Whoever comes after those with an offer looks again when the offers have run out. */
    private void nextAfter(int offers, SlotTable table) {
        List<Waiter> waiters = table.line().waiters();
        if (offers > 0 && waiters.size() > offers) {
            ports.own().tick(waiters.get(offers).key(), atMost(limits().offerTimeout()));
        }
    }

    /** Sets the timer that sees an endpoint off, whatever becomes of its messages. */
    void watch(Slot retiring) {
        Instant now = clock.instant();
        Instant first = now.plus(settings.drain()).plus(SAFETY_NET);
        ports.retirements().set(retiring.key(), first, now.plus(RETIRING));
    }

    private SlotLimits limits() {
        return settings.limits();
    }
}
