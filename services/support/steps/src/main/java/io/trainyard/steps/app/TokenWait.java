package io.trainyard.steps.app;

import io.trainyard.events.JobDelayed;
import io.trainyard.pace.NoToken;
import io.trainyard.steps.domain.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says that a step waits long for its turn at the control plane: with the first promise of more than a minute, and again whenever it has waited
 * twice as long. Such a step has no row, so the number of the saying is drawn from the time since its release: a copy has the same id.
 */
final class TokenWait {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final StepStores stores;

    TokenWait(StepStores stores) {
        this.stores = stores;
    }

    /**
     * @param family the API family whose tokens are few
     * @param since when the step was released
     */
    void tell(Attempt wanted, String family, Instant since, NoToken wait) {
        if (wait.delay().compareTo(LONG) <= 0) {
            return;
        }
        Instant now = stores.clock().instant();
        long minutes = Math.max(0, Duration.between(since, now).toMinutes());
        int doublings = Long.SIZE - Long.numberOfLeadingZeros(minutes);
        var fact = new JobDelayed(
                wanted.key().step(),
                wanted.key().attempt(),
                now.plus(wait.delay()),
                "more steps ask for " + family
                        + " than the rate of this deployment lets through: it waits for its turn",
                List.of(),
                null,
                null);
        // Waiting for a slot or for capacity is said of the same attempt: this has an id apart.
        stores.bus().say(List.of(new Sayings(stores.clock()).standing(wanted, fact, "@turn-" + doublings)));
    }
}
