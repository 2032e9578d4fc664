package io.trainyard.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that a function did not finish comes back. On AWS that is its queue's visibility timeout, three minutes for most
 * of ours, which is for ever to whoever watches a machine of his own. The account knows that the call is over, so it need not wait
 * that long: no second handler can meet the first. The delays grow, so that a lease which a crashed function left runs out before
 * the receives do.
 */
final class Redelivery {

    private static final List<Duration> GROWING =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(80));

    private final Optional<Duration> always;

    private Redelivery(Optional<Duration> always) {
        this.always = always;
    }

    /** @param always the same delay every time; empty for delays that grow */
    static Redelivery of(Optional<Duration> always) {
        return new Redelivery(always);
    }

    /**
     * The delay of a message that has been received so many times, counted from 1; empty for what is left of its queue's
     * visibility timeout, which no growing delay ever exceeds: somebody has made it short.
     */
    Optional<Duration> after(int receives, Duration visibility) {
        if (always.isPresent()) {
            return always;
        }
        return receives >= 1 && receives <= GROWING.size()
                ? Optional.of(GROWING.get(receives - 1)).filter(delay -> delay.compareTo(visibility) < 0)
                : Optional.empty();
    }
}
