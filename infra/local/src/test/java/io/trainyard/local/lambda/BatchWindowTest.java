package io.trainyard.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.sqs.ReceivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchWindowTest {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Deque<List<ReceivedMessage>> queue = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private long now;

    @Test
    void withoutAWindowTakesWhatIsThere() {
        queue.add(List.of(message("a"), message("b")));
        queue.add(List.of(message("c")));

        assertThat(gather(10, Duration.ZERO)).containsExactly("a", "b");
        assertThat(asked).containsExactly("10 for 500 ms");
    }

    @Test
    void waitsForOthersUntilTheWindowIsOver() {
        queue.add(List.of(message("a")));
        queue.add(List.of(message("b")));

        assertThat(gather(10, Duration.ofSeconds(1))).containsExactly("a", "b");
        assertThat(asked).containsExactly("10 for 500 ms", "9 for 500 ms", "8 for 500 ms", "8 for 100 ms");
    }

    @Test
    void waitsNoLongerOnceTheBatchIsFull() {
        queue.add(List.of(message("a")));
        queue.add(List.of(message("b")));
        queue.add(List.of(message("c")));

        assertThat(gather(2, Duration.ofSeconds(1))).containsExactly("a", "b");
    }

    @Test
    void anEmptyQueueIsNotWaitedForTwice() {
        assertThat(gather(10, Duration.ofSeconds(1))).isEmpty();
        assertThat(asked).hasSize(1);
    }

    private List<String> gather(int most, Duration window) {
        return new BatchWindow(most, window, POLL, () -> now)
                        .gather((count, wait) -> {
                            asked.add(count + " for " + wait.toMillis() + " ms");
                            // A message comes 400 ms after it is waited for.
                            now += Math.min(
                                    wait.toNanos(),
                                    queue.isEmpty()
                                            ? wait.toNanos()
                                            : Duration.ofMillis(400).toNanos());
                            return queue.isEmpty() ? List.of() : queue.remove();
                        })
                        .stream()
                        .map(ReceivedMessage::id)
                        .toList();
    }

    private static ReceivedMessage message(String id) {
        return new ReceivedMessage(id, id, "{}", Instant.EPOCH, Instant.EPOCH, 1, Map.of());
    }
}
