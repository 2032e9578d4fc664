package io.trainyard.capacity.app;

import static io.trainyard.capacity.app.Refusals.NOON;
import static io.trainyard.capacity.app.Refusals.ONE_ON_SPOT;
import static io.trainyard.capacity.app.Refusals.TWO;
import static io.trainyard.capacity.app.Refusals.TWO_ON_SPOT;
import static io.trainyard.capacity.app.Refusals.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.events.CapacityExhausted;
import io.trainyard.events.Event;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.StepReleased;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Release;
import io.trainyard.fakes.InMemoryBus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A step's way from one instance type to the next, to a wait, and to its end. */
class ClimbLadderTest {

    private static final ClimbKey KEY = new ClimbKey("job1", 1, "train");

    private final InMemoryClimbs climbs = new InMemoryClimbs();
    private final InMemoryBus bus = new InMemoryBus();
    private final Set<Integer> timers = new LinkedHashSet<>();
    private final InMemoryQuotas quotas = new InMemoryQuotas();
    private ClimbLadder ladder = ladder(ClimbPolicy.defaults());

    @Test
    void triesTheNextTypeOnceHoweverOftenTheErrorComes() {
        ladder.hear(error(TWO, 1, "ml.a", false, FailureClass.CAPACITY));
        ladder.hear(error(TWO, 1, "ml.a", false, FailureClass.CAPACITY));
        assertThat(released()).isEqualTo(new Release("train", "training", 2, "ml.b", false));
        assertThat(bus.said().stream().map(event -> event.metadata().id()).distinct())
                .hasSize(1);
    }

    @Test
    void triesEveryTypeOnSpotBeforeOneOnDemand() {
        ladder.hear(error(TWO_ON_SPOT, 1, "ml.a", true, FailureClass.CAPACITY));
        assertThat(released()).isEqualTo(new Release("train", "training", 2, "ml.b", true));
        ladder.hear(error(TWO_ON_SPOT, 2, "ml.b", true, FailureClass.CAPACITY));
        assertThat(released()).isEqualTo(new Release("train", "training", 3, "ml.a", false));
    }

    @Test
    void leavesOutATypeWithoutQuota() {
        quotas.limit("training", "ml.b", 0);
        ladder.hear(error(TWO_ON_SPOT, 1, "ml.a", true, FailureClass.CAPACITY));
        assertThat(released()).isEqualTo(new Release("train", "training", 2, "ml.a", false));
        assertThat(((StepReleased) last().fact()).leftOut()).containsExactly("ml.b on spot", "ml.b");
    }

    @Test
    void saysWhatItLeavesOutWhereItWaits() {
        quotas.limit("training", "ml.b", 0);
        ladder.hear(error(TWO, 1, "ml.a", false, FailureClass.CAPACITY));
        assertThat(((JobDelayed) last().fact()).leftOut()).containsExactly("ml.b");
        ladder.wake(KEY, 1);
        assertThat(released()).isEqualTo(new Release("train", "training", 2, "ml.a", false));
    }

    @Test
    void givesUpAtOnceWhereTheAccountMayHaveNoneOfTheTypes() {
        quotas.limit("training", "ml.a", 0);
        quotas.limit("training", "ml.b", 0);
        ladder.hear(error(TWO, 1, "ml.a", false, FailureClass.QUOTA));
        assertThat(((Standing) last()).route().over()).isTrue();
        assertThat(((CapacityExhausted) last().fact()).failure().type()).isEqualTo(FailureClass.QUOTA);
    }

    @Test
    void parksWithATimerAndTellsWhenItTriesAgainAndWhatItTried() {
        climbInVain();
        assertThat(((JobDelayed) last().fact())).satisfies(delay -> {
            assertThat(delay.nextTryAt()).isBetween(NOON.plusSeconds(2), NOON.plusSeconds(8));
            assertThat(delay.tried()).containsExactly("ml.a", "ml.b");
            assertThat(delay.reason()).contains("none of ml.b");
            assertThat(delay.round()).isEqualTo(1);
        });
        assertThat(timers).containsExactly(1);
    }

    @Test
    void beginsAtTheFootWhenTheTimerComes() {
        climbInVain();
        ladder.wake(KEY, 1);
        ladder.wake(KEY, 1);
        assertThat(released()).isEqualTo(new Release("train", "training", 3, "ml.a", false));
    }

    @Test
    void endsAWaitWhenSomebodyAsks() {
        climbInVain();
        ladder.hear(unrouted(new JobRetryRequested(1, "ann")));
        assertThat(released().attempt()).isEqualTo(3);
        assertThat(timers).isEmpty();
        ladder.wake(KEY, 1);
        assertThat(released().attempt()).isEqualTo(3);
    }

    @Test
    void givesUpWhenItsLongestWaitIsUsedUp() {
        ladder = ladder(new ClimbPolicy(
                Duration.ofSeconds(5), Duration.ofMinutes(1), 2, Duration.ofMinutes(1), Duration.ofSeconds(4), 6));
        climbInVain();
        assertThat(((CapacityExhausted) last().fact()).failure()).satisfies(failure -> {
            assertThat(failure.type()).isEqualTo(FailureClass.CAPACITY);
            assertThat(failure.cause()).contains("2 tries", "ml.a, ml.b");
        });
    }

    @Test
    void releasesNothingForACancelledRun() {
        climbInVain();
        ladder.hear(unrouted(new JobCancelRequested(1, "ann")));
        int before = bus.said().size();
        ladder.wake(KEY, 1);
        ladder.hear(unrouted(new JobRetryRequested(1, "ann")));
        ladder.hear(error(TWO, 3, "ml.a", false, FailureClass.CAPACITY));
        assertThat(bus.said()).hasSize(before);
        assertThat(timers).isEmpty();
        assertThat(climbs.find(KEY).orElseThrow().state()).isNotEqualTo(ClimbState.PARKED);
    }

    @Test
    void keepsASumHoweverOftenItTries() {
        for (int attempt = 1; attempt <= 400; attempt += 2) {
            ladder.hear(error(TWO, attempt, "ml.a", false, FailureClass.CAPACITY));
            ladder.hear(error(TWO, attempt + 1, "ml.b", false, FailureClass.CAPACITY));
            ladder.wake(KEY, attempt / 2 + 1);
        }
        Climb climb = climbs.find(KEY).orElseThrow();
        assertThat(climb.tally().count()).isEqualTo(400);
        assertThat(Json.write(climb)).hasSizeLessThan(4_000);
    }

    @Test
    void givesSpotABudgetOfItsOwnAndGoesOnWithoutIt() {
        for (int attempt = 1; attempt <= ClimbPolicy.defaults().spotTries(); attempt++) {
            ladder.hear(error(ONE_ON_SPOT, 2 * attempt - 1, "ml.a", true, FailureClass.CAPACITY));
            assertThat(released().spot()).isFalse();
            ladder.hear(error(ONE_ON_SPOT, 2 * attempt, "ml.a", false, FailureClass.CAPACITY));
            ladder.wake(KEY, attempt);
            assertThat(released().spot())
                    .isEqualTo(attempt < ClimbPolicy.defaults().spotTries());
        }
    }

    @Test
    void waitsLongerRoundByRoundUpToItsCap() {
        ClimbPolicy policy = ClimbPolicy.defaults();
        assertThat(policy.waitAfter(1, 0)).isEqualTo(policy.shortest());
        assertThat(policy.waitAfter(1, 0.9999)).isBetween(Duration.ofSeconds(7), policy.base());
        assertThat(policy.waitAfter(3, 0.9999)).isBetween(Duration.ofSeconds(12), Duration.ofMillis(12_500));
        assertThat(policy.waitAfter(9_000, 0.9999)).isBetween(Duration.ofMinutes(119), policy.cap());
    }

    private void climbInVain() {
        ladder.hear(error(TWO, 1, "ml.a", false, FailureClass.CAPACITY));
        ladder.hear(error(TWO, 2, "ml.b", false, FailureClass.CAPACITY));
    }

    private ClimbLadder ladder(ClimbPolicy policy) {
        var stores = new ClimbStores(climbs, new Timers(), quotas, bus, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.5);
        return new ClimbLadder(stores, policy, "ty-test");
    }

    private Event last() {
        return bus.said().getLast();
    }

    private Release released() {
        return ((Releasing) last()).route().next().getFirst();
    }

    private static Event unrouted(UnroutedFact fact) {
        return new Unrouted(new Metadata("asked", "job1", "asked", "asked", NOON, 1), fact);
    }

    private final class Timers implements ClimbTimers {

        @Override
        public void set(Climb parked) {
            timers.add(parked.round());
        }

        @Override
        public void remove(Climb climb) {
            timers.remove(climb.round());
        }
    }
}
