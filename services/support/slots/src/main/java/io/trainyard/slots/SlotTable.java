package io.trainyard.slots;

import io.trainyard.events.EndpointOf;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All endpoints of ours and who waits for one: a single value, so that the cap holds exactly however many want in at once. READY
 * ones never exceed the cap, all together never the cap and the surge.
 *
 * @param version counts the changes; a change is stored only over the version that it was made from
 */
public record SlotTable(long version, List<Slot> slots, WaitingLine line) {

    /** Before the first endpoint. */
    public static final SlotTable EMPTY = new SlotTable(0, List.of(), WaitingLine.EMPTY);

    public SlotTable {
        slots = List.copyOf(slots);
        Objects.requireNonNull(line, "line");
    }

    /**
     * A changed table, and who leaves because of the change.
     *
     * @param retiring those that were READY in the table before and are RETIRING in this one
     */
    public record Change(SlotTable table, List<Slot> retiring) {
        public Change {
            Objects.requireNonNull(table, "table");
            retiring = List.copyOf(retiring);
        }
    }

    public Optional<Slot> slot(AttemptKey key) {
        return slots.stream().filter(slot -> slot.key().equals(key)).findFirst();
    }

    /** The slot of an endpoint by its name. */
    public Optional<Slot> endpoint(String name) {
        return slots.stream().filter(slot -> slot.endpoint().equals(name)).findFirst();
    }

    public int count(SlotState state) {
        return (int) slots.stream().filter(slot -> slot.state() == state).count();
    }

    public int free(SlotLimits limits) {
        return Math.max(0, limits.total() - slots.size());
    }

    /** Whether another endpoint serves the model too. */
    public boolean sharesModel(Slot slot) {
        return slots.stream()
                .anyMatch(other ->
                        !other.key().equals(slot.key()) && other.model().equals(slot.model()));
    }

    /**
     * Takes a slot, or joins the line: then the table has no slot of that key. Where there is no surge and no slot is free, the oldest
     * READY endpoint begins to leave.
     *
     * @param caller who asked for the job; callers have slots by turns
     */
    public Change enter(Slot wanted, String caller, SlotLimits limits, Retirement ifFull) {
        if (slot(wanted.key()).isPresent()) {
            return new Change(this, List.of());
        }
        int free = free(limits);
        WaitingLine waiting = line.join(wanted.key(), caller).offer(free, ifFull.since(), limits.offerTimeout());
        if (waiting.ahead(wanted.key()) >= free) {
            return changed(slots, waiting).relieve(limits, ifFull, List.of());
        }
        var taken = new ArrayList<>(slots);
        taken.add(waiting.promised(wanted.key()).map(wanted::replacing).orElse(wanted));
        return changed(taken, waiting.leave(wanted.key())).relieve(limits, ifFull, List.of());
    }

    /** Makes a deploying endpoint READY. Beyond the cap the oldest READY ones leave, never this one. */
    public Change ready(AttemptKey key, SlotLimits limits, Retirement atTheCap) {
        Slot proven = slot(key)
                .filter(slot -> slot.state() == SlotState.DEPLOYING)
                .orElseThrow(() -> new IllegalStateException(key + " is not being deployed"));
        Instant now = atTheCap.since();
        List<Slot> leaving = oldestReady().stream()
                .limit(Math.max(0, count(SlotState.READY) + 1 - limits.cap()))
                .toList();
        var next = new ArrayList<Slot>();
        for (Slot slot : slots) {
            next.add(slot.equals(proven) ? slot.ready(now) : leaving.contains(slot) ? slot.retiring(atTheCap) : slot);
        }
        return changed(next, line).relieve(limits, atTheCap, leaving);
    }

    /** Lets every READY endpoint of a job leave. */
    public Change retire(String jobId, Retirement why) {
        return retire(slot -> slot.key().jobId().equals(jobId), why);
    }

    /** Lets those READY endpoints leave. */
    public Change retire(Predicate<Slot> which, Retirement why) {
        List<Slot> leaving = oldestReady().stream().filter(which).toList();
        return leave(leaving, why);
    }

    /** Gives up the slot and the place in the line, and keeps what is free for the first who wait. */
    public SlotTable free(AttemptKey key, SlotLimits limits, Instant now) {
        List<Slot> left = slots.stream().filter(slot -> !slot.key().equals(key)).toList();
        int free = Math.max(0, limits.total() - left.size());
        WaitingLine others = line.leave(key);
        others = line.promised(key).map(others::promise).orElse(others);
        return changed(left, others.offer(free, now, limits.offerTimeout()));
    }

    /** The same table at a new version: for a transaction that needs it unchanged. */
    public SlotTable touched() {
        return new SlotTable(version + 1, slots, line);
    }

    /** Without a surge nobody comes before somebody has left: one at a time, and only for someone who waits. */
    private Change relieve(SlotLimits limits, Retirement why, List<Slot> leaving) {
        boolean stuck = limits.surge() == 0
                && !line.isEmpty()
                && free(limits) == 0
                && count(SlotState.RETIRING) == 0
                && count(SlotState.READY) > 0;
        if (!stuck) {
            return new Change(this, leaving);
        }
        Slot oldest = oldestReady().getFirst();
        WaitingLine promised = line.promise(new EndpointOf(oldest.key().jobId(), oldest.endpoint()));
        return changed(slots, promised).leave(List.of(oldest), why);
    }

    private Change leave(List<Slot> leaving, Retirement why) {
        var next = slots.stream()
                .map(slot -> leaving.contains(slot) ? slot.retiring(why) : slot)
                .toList();
        return new Change(changed(next, line), leaving);
    }

    private List<Slot> oldestReady() {
        return slots.stream()
                .filter(slot -> slot.state() == SlotState.READY)
                .sorted(Comparator.comparing(Slot::readyAt))
                .toList();
    }

    private SlotTable changed(List<Slot> nextSlots, WaitingLine nextLine) {
        boolean same = nextSlots.equals(slots) && nextLine.equals(line);
        return same ? this : new SlotTable(version + 1, nextSlots, nextLine);
    }
}
