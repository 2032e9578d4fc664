package io.trainyard.slots;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.trainyard.events.EndpointOf;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a slot, first come first within a caller, and callers by turns: one caller's thousand do not delay another's first.
 * Every attempt stands in it once.
 */
public record WaitingLine(@JsonValue List<Waiter> waiters) {

    static final WaitingLine EMPTY = new WaitingLine(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaitingLine {
        waiters = List.copyOf(waiters);
    }

    public boolean isEmpty() {
        return waiters.isEmpty();
    }

    /** How many wait before this one; the length of the line for one that does not wait. */
    public int ahead(AttemptKey key) {
        for (int i = 0; i < waiters.size(); i++) {
            if (waiters.get(i).key().equals(key)) {
                return i;
            }
        }
        return waiters.size();
    }

    WaitingLine join(AttemptKey key, String caller) {
        if (ahead(key) < waiters.size()) {
            return this;
        }
        int now = isEmpty() ? 0 : waiters.getFirst().round();
        int round = waiters.stream()
                .filter(waiter -> waiter.caller().equals(caller))
                .mapToInt(waiter -> waiter.round() + 1)
                .reduce(now, Math::max);
        int place = waiters.size();
        while (place > 0
                && waiters.get(place - 1).round() > round
                && !waiters.get(place - 1).served()) {
            place--;
        }
        var longer = new ArrayList<>(waiters);
        longer.add(place, Waiter.joining(key, caller, round));
        return new WaitingLine(longer);
    }

    WaitingLine leave(AttemptKey key) {
        return new WaitingLine(
                waiters.stream().filter(waiter -> !waiter.key().equals(key)).toList());
    }

    /** The first in line who has no endpoint that leaves for it gets this one. */
    WaitingLine promise(EndpointOf leaving) {
        var dealt = new ArrayList<>(waiters);
        for (int i = 0; i < dealt.size(); i++) {
            Waiter waiter = dealt.get(i);
            if (waiter.promised() == null) {
                dealt.set(i, waiter.promised(leaving));
                return new WaitingLine(dealt);
            }
        }
        return this;
    }

    /** The endpoint that leaves, or has left, for this one. */
    Optional<EndpointOf> promised(AttemptKey key) {
        return waiters.stream()
                .filter(waiter -> waiter.key().equals(key))
                .findFirst()
                .map(Waiter::promised);
    }

    /** The first {@code free} in line: each has a slot kept for it. */
    public List<Waiter> first(int free) {
        return waiters.subList(0, Math.min(free, waiters.size()));
    }

    /** Keeps {@code free} slots for the first in line; whoever did not take one in time goes to the end. */
    WaitingLine offer(int free, Instant now, Duration timeout) {
        var late = first(free).stream()
                .filter(waiter -> expired(waiter.offeredAt(), now, timeout))
                .toList();
        var ordered = new ArrayList<>(waiters);
        ordered.removeAll(late);
        int last = waiters.isEmpty() ? 0 : waiters.getLast().round();
        late.forEach(waiter -> ordered.add(Waiter.joining(waiter.key(), waiter.caller(), last)));
        var offered = new ArrayList<Waiter>();
        for (Waiter waiter : ordered) {
            Instant since = waiter.offeredAt() == null ? now : waiter.offeredAt();
            offered.add(waiter.offered(offered.size() < free ? since : null));
        }
        return late.stream()
                .flatMap(waiter -> Optional.ofNullable(waiter.promised()).stream())
                .reduce(new WaitingLine(offered), WaitingLine::promise, (one, other) -> other);
    }

    private static boolean expired(@Nullable Instant offeredAt, Instant now, Duration timeout) {
        return offeredAt != null && !now.isBefore(offeredAt.plus(timeout));
    }
}
