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

    @Test
    void aMessageComesBackSoonAndThenMoreSlowly() {
        var growing = Redelivery.of(Optional.empty());

        assertThat(growing.after(1)).contains(Duration.ofSeconds(5));
        assertThat(growing.after(3).orElseThrow())
                .isGreaterThan(growing.after(2).orElseThrow());
        assertThat(growing.after(4)).isEmpty();
    }

    @Test
    void aLeaseRunsOutBeforeTheReceivesDo() {
        var growing = Redelivery.of(Optional.empty());
        var waited = IntStream.range(1, RECEIVES)
                .mapToObj(growing::after)
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(waited).isGreaterThan(LEASE);
    }

    @Test
    void aGivenDelayHoldsEveryTime() {
        var given = Redelivery.of(Optional.of(Duration.ofSeconds(2)));

        assertThat(IntStream.rangeClosed(1, RECEIVES).mapToObj(given::after))
                .containsOnly(Optional.of(Duration.ofSeconds(2)));
    }
}
