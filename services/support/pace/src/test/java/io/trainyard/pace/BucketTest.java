package io.trainyard.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** One bucket, and messages that come back when they are told to. */
class BucketTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Rate ONE = new Rate(1, 4);

    private record Message(Instant due, int number, String caller) {}

    private final PriorityQueue<Message> queue =
            new PriorityQueue<>(java.util.Comparator.comparing(Message::due).thenComparing(Message::number));
    private final Map<Integer, Instant> granted = new HashMap<>();
    private final List<Instant> grants = new ArrayList<>();
    private int asked;
    private int sent;

    @Test
    void twoThousandAtOncePassAtOneASecond() {
        send(2_000, "a", NOON);

        play();

        Duration took = Duration.between(NOON, grants.getLast());
        System.out.printf("2,000 at once at 1 a second: %,d s, asked %,d times%n", took.toSeconds(), asked);
        assertThat(granted).hasSize(2_000);
        assertThat(took).isBetween(Duration.ofSeconds(1_995), Duration.ofSeconds(2_030));
        assertThat(asked).as("asks, of which each may write").isLessThan(3 * 2_000);
    }

    @Test
    void neverMoreThanTheBurstAndWhatCameSince() {
        send(300, "a", NOON);
        send(100, "b", NOON.plusSeconds(40));

        play();

        for (int first = 0; first < grants.size(); first++) {
            for (int last = first; last < grants.size(); last++) {
                double seconds =
                        Duration.between(grants.get(first), grants.get(last)).toMillis() / 1_000.0;
                assertThat(last - first + 1.0).isLessThanOrEqualTo(ONE.burst() + seconds + 0.001);
            }
        }
    }

    @Test
    void theFirstOfAnotherCallerDoesNotWaitForThem() {
        send(2_000, "a", NOON);
        for (int caller = 0; caller < 10; caller++) {
            send(1, "b" + caller, NOON.plusSeconds(100 + 97L * caller));
        }

        play();

        for (int caller = 0; caller < 10; caller++) {
            Duration waited = Duration.between(NOON.plusSeconds(100 + 97L * caller), granted.get(2_000 + caller));
            assertThat(waited).as("wait of caller b" + caller).isLessThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aCallerWithLittleToDoHasItsShareBesideABacklog() {
        send(2_000, "a", NOON);
        send(50, "b", NOON.plusSeconds(300));

        play();

        Instant last = granted.entrySet().stream()
                .filter(one -> one.getKey() >= 2_000)
                .map(Map.Entry::getValue)
                .max(Instant::compareTo)
                .orElseThrow();
        Duration took = Duration.between(NOON.plusSeconds(300), last);
        System.out.printf("50 of another caller beside 1,700: %d s%n", took.toSeconds());
        assertThat(took).isLessThan(Duration.ofSeconds(150));
    }

    @Test
    void whoeverWaitsLongerThanAQueueDelaysComesBackBefore() {
        Bucket bucket = Bucket.full(ONE, NOON);
        for (int i = 0; i < 2_000; i++) {
            Bucket.Asked one = bucket.ask("a", ONE, NOON);
            assertThat(one.delay()).isLessThanOrEqualTo(Bucket.LONGEST);
            bucket = one.bucket();
        }
    }

    @Test
    void furtherCallsOfWhoHasBegunArePaidByWhoAsksNext() {
        Bucket bucket = Bucket.full(ONE, NOON);
        for (int i = 0; i < 6; i++) {
            bucket = bucket.charge(ONE, NOON);
        }
        assertThat(bucket.ask("a", ONE, NOON.plusSeconds(2)).delay()).isPositive();
        assertThat(bucket.ask("a", ONE, NOON.plusSeconds(3)).delay()).isZero();
    }

    private void send(int count, String caller, Instant at) {
        for (int i = 0; i < count; i++) {
            queue.add(new Message(at.plusMillis(10L * i), sent++, caller));
        }
    }

    /** A queue delays by whole seconds, upwards. */
    private void play() {
        Bucket bucket = Bucket.full(ONE, NOON);
        while (!queue.isEmpty()) {
            Message message = queue.poll();
            asked++;
            Bucket.Asked answer = bucket.ask(message.caller(), ONE, message.due());
            bucket = answer.bucket();
            if (answer.delay().isZero()) {
                granted.put(message.number(), message.due());
                grants.add(message.due());
            } else {
                long seconds = answer.delay().plusMillis(999).toSeconds();
                queue.add(new Message(message.due().plusSeconds(seconds), message.number(), message.caller()));
            }
        }
    }
}
