package io.trainyard.slots;

import java.time.Duration;
import java.util.Objects;

/**
 * How many endpoints the deployment may have.
 *
 * @param cap how many may be ready at once
 * @param surge how many more may exist while one replaces another; with 0 the oldest leaves before the new one comes
 * @param offerTimeout how long a free slot is kept for the first in line
 */
public record SlotLimits(int cap, int surge, Duration offerTimeout) {

    public SlotLimits {
        if (cap < 1 || surge < 0) {
            throw new IllegalArgumentException(
                    "cap must be 1 or more and surge 0 or more, got " + cap + " and " + surge);
        }
        Objects.requireNonNull(offerTimeout, "offerTimeout");
    }

    /** Cap 5, surge 1, a slot is kept for 15 minutes. */
    public static SlotLimits defaults() {
        return new SlotLimits(5, 1, Duration.ofMinutes(15));
    }

    /** How many endpoints of ours may exist, in whatever state. */
    public int total() {
        return cap + surge;
    }
}
