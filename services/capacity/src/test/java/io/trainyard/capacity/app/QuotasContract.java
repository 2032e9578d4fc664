package io.trainyard.capacity.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.capacity.domain.Rung;
import org.junit.jupiter.api.Test;

/** What everybody promises who knows the account's quotas. */
public abstract class QuotasContract {

    protected static final String SHORT = "ml.short";
    protected static final String AMPLE = "ml.ample";

    protected abstract Quotas quotas();

    /** From now on the account may have so many instances of {@link #SHORT} for steps of this kind. */
    protected abstract void limit(String kind, int most);

    @Test
    void allowsWhatIsNotLimited() {
        limit("training", 0);
        assertThat(quotas().allow("training", onDemand(AMPLE), 1)).isTrue();
        assertThat(quotas().allow("training", onDemand("ml.nobody-knows"), 1)).isTrue();
    }

    @Test
    void leavesNothingOfATypeWhoseQuotaIsNone() {
        limit("training", 0);
        assertThat(quotas().allow("training", onDemand(SHORT), 1)).isFalse();
        assertThat(quotas().allow("training", new Rung(SHORT, true), 1)).isFalse();
    }

    @Test
    void countsTrainingAndEndpointsApart() {
        limit("endpoint", 0);
        assertThat(quotas().allow("endpoint", onDemand(SHORT), 1)).isFalse();
        assertThat(quotas().allow("training", onDemand(SHORT), 1)).isTrue();
    }

    @Test
    void wantsAsManyInstancesAsTheStep() {
        limit("training", 2);
        assertThat(quotas().allow("training", onDemand(SHORT), 2)).isTrue();
        assertThat(quotas().allow("training", onDemand(SHORT), 3)).isFalse();
    }

    private static Rung onDemand(String type) {
        return new Rung(type, false);
    }
}
