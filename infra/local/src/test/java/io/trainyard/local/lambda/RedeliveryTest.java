package io.trainyard.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedeliveryTest {

    /** What every service's lease lasts, and how often its queue hands a message out. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final int RECEIVES = 5;

    /** The visibility timeout of every service's queue. */
    private static final Duration VISIBILITY = Duration.ofSeconds(180);

    @Test
    void aMessageComesBackSoonAndThenMoreSlowly() {
        var growing = Redelivery.of(Optional.empty());

        assertThat(growing.after(1, VISIBILITY)).contains(Duration.ofSeconds(5));
        assertThat(growing.after(3, VISIBILITY).orElseThrow())
                .isGreaterThan(growing.after(2, VISIBILITY).orElseThrow());
        assertThat(growing.after(4, VISIBILITY)).isEmpty();
    }

    @Test
    void aLeaseRunsOutBeforeTheReceivesDo() {
        var growing = Redelivery.of(Optional.empty());
        var waited = IntStream.range(1, RECEIVES)
                .mapToObj(receives -> growing.after(receives, VISIBILITY))
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(waited).isGreaterThan(LEASE);
    }

    @Test
    void aGivenDelayHoldsEveryTime() {
        var given = Redelivery.of(Optional.of(Duration.ofSeconds(2)));

        assertThat(IntStream.rangeClosed(1, RECEIVES).mapToObj(receives -> given.after(receives, VISIBILITY)))
                .containsOnly(Optional.of(Duration.ofSeconds(2)));
    }

    @Test
    void aMessageNeverComesBackLaterThanItsQueueSays() {
        var growing = Redelivery.of(Optional.empty());

        assertThat(IntStream.rangeClosed(1, RECEIVES)
                        .mapToObj(receives -> growing.after(receives, Duration.ofSeconds(2))))
                .as("what is left of the queue's own two seconds")
                .containsOnly(Optional.empty());
        assertThat(growing.after(1, Duration.ofSeconds(30))).contains(Duration.ofSeconds(5));
        assertThat(growing.after(3, Duration.ofSeconds(30))).isEmpty();
    }
}
