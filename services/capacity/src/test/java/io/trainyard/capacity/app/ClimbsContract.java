package io.trainyard.capacity.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import org.junit.jupiter.api.Test;

/** What every store of climbs promises. */
public abstract class ClimbsContract {

    private final Climb first = Refusals.first("job1").climb(ClimbPolicy.defaults(), rung -> true, Refusals.NOON, 0.5);

    protected abstract Climbs climbs();

    @Test
    void readsWhatWasWritten() {
        assertThat(climbs().write(first)).isTrue();
        assertThat(climbs().find(first.key())).contains(first);
        assertThat(climbs().find(new ClimbKey("job1", 1, "other"))).isEmpty();
    }

    @Test
    void writesAFirstRowOnce() {
        assertThat(climbs().write(first)).isTrue();
        assertThat(climbs().write(first)).isFalse();
    }

    @Test
    void writesOnlyOverTheVersionThatWasRead() {
        climbs().write(first);
        Climb next = first.closed();
        assertThat(climbs().write(next)).isTrue();
        assertThat(climbs().write(next)).isFalse();
        assertThat(climbs().find(first.key())).contains(next);
    }

    @Test
    void knowsTheClimbsAndTheTombstoneOfARun() {
        climbs().write(first);
        climbs().bury("job1", 1);
        assertThat(climbs().ofRun("job1", 1)).containsExactly(first);
        assertThat(climbs().ofRun("job1", 11)).isEmpty();
        assertThat(climbs().buried("job1", 1)).isTrue();
        assertThat(climbs().buried("job1", 2)).isFalse();
    }
}
