package io.trainyard.capacity.domain;

import io.trainyard.events.FailureClass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is kept of a step's attempts that got no instance: a sum and not a list, because a step may be tried for days.
 *
 * @param last the newest
 * @param count how many there were
 * @param since when the first was refused
 * @param rungs each that was tried, in the order of its first try
 * @param onSpot how many were on spot
 * @param onlyQuota whether nothing but a quota ever stood in the way
 */
public record Tally(Try last, int count, Instant since, List<Rung> rungs, int onSpot, boolean onlyQuota) {

    public Tally {
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(since, "since");
        rungs = List.copyOf(rungs);
    }

    static Tally of(Try first) {
        return new Tally(first, 1, first.at(), List.of(first.rung()), spot(first), quota(first));
    }

    Tally and(Try next) {
        List<Rung> all =
                Stream.concat(rungs.stream(), Stream.of(next.rung())).distinct().toList();
        return new Tally(next, count + 1, since, all, onSpot + spot(next), onlyQuota && quota(next));
    }

    private static int spot(Try one) {
        return one.rung().spot() ? 1 : 0;
    }

    private static boolean quota(Try one) {
        return one.type() == FailureClass.QUOTA;
    }
}
