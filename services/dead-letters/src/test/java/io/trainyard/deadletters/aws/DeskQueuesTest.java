package io.trainyard.deadletters.aws;

import static io.trainyard.deadletters.aws.DeskOnFakes.message;
import static io.trainyard.deadletters.aws.DeskOnFakes.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Replay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes out of the queues: every service's dead letters, those of the rules too, and the desk's messages to itself. */
class DeskQueuesTest {

    private final DeskOnFakes desk = new DeskOnFakes();

    @Test
    void takesABatchInWithTheCausesThatItsServicesGave() {
        var failed = desk.batch(
                message("training-dlq", "m1", release("job1"), Map.of("cause", "Refused: no", "messageId", "first")),
                message("training-dlq", "m2", release("job2"), Map.of()));

        assertThat(failed).isEmpty();
        assertThat(desk.letters.all()).extracting(Letter::said).containsExactlyInAnyOrder("Refused: no", "no verdict");
        assertThat(desk.letters.all()).allSatisfy(letter -> {
            assertThat(letter.cause().service()).isEqualTo("training");
            assertThat(letter.waits()).isTrue();
        });
        assertThat(desk.bus.names()).containsExactly("message-parked", "message-parked");
    }

    /** The same dead letter under the message id that its service put on it, however often it was sent to the dead-letter queue. */
    @Test
    void knowsASecondCopyByTheMessageThatDied() {
        desk.batch(message("training-dlq", "m1", release("job1"), Map.of("messageId", "first")));
        desk.batch(
                message("training-dlq", "m2", release("job1"), Map.of("messageId", "first")),
                message("training-dlq", "m3", release("job2"), Map.of()));

        assertThat(desk.letters.all()).hasSize(2);
        assertThat(desk.bus.names()).hasSize(2);
    }

    @Test
    void takesWhatARuleCouldNotDeliverWithEventBridgesReason() {
        desk.batch(message(
                "training-dlq",
                "m1",
                release("job1"),
                Map.of(
                        "RULE_ARN", "arn:aws:events:eu-west-1:123456789012:rule/ty-test/ty-test-training-1",
                        "TARGET_ARN", "arn:aws:sqs:eu-west-1:123456789012:ty-test-training",
                        "ERROR_CODE", "NO_RESOURCE",
                        "ERROR_MESSAGE", "The specified queue does not exist.")));

        assertThat(desk.letters.all()).singleElement().satisfies(letter -> {
            assertThat(letter.said()).isEqualTo("undelivered: NO_RESOURCE The specified queue does not exist.");
            assertThat(letter.cause().failureClass()).isEqualTo("undelivered");
            assertThat(letter.jobId()).isEqualTo("job1");
        });
    }

    @Test
    void oneThatFailsStaysAndTheOthersOfItsBatchDoNot() {
        desk.refuse("job2");

        var failed = desk.batch(
                message("training-dlq", "m1", release("job1"), Map.of()),
                message("training-dlq", "m2", release("job2"), Map.of()),
                message("training-dlq", "m3", release("job3"), Map.of()));

        assertThat(failed).containsExactly("m2");
        assertThat(desk.letters.all()).filteredOn(Letter::waits).hasSize(2);

        desk.refuse("none");
        assertThat(desk.batch(message("training-dlq", "m2", release("job2"), Map.of())))
                .isEmpty();
        assertThat(desk.letters.all()).hasSize(3).allMatch(Letter::waits);
        assertThat(desk.bus.names()).hasSize(3);
    }

    @Test
    void goesOnWithAReplayAndLeavesWhatItCannotRead() {
        desk.replays.write(new Replay("r1", "all", "ann", DeskOnFakes.NOON, 5, 0, List.of(), null));

        var failed = desk.batch(
                message("dead-letters", "m1", "{\"replay\": \"r1\"}", Map.of()),
                message("dead-letters", "m2", "{\"other\": 1}", Map.of()),
                message("dead-letters", "m3", "no JSON", Map.of()));

        assertThat(failed).containsExactly("m2", "m3");
        assertThat(desk.replays.find("r1").orElseThrow().over()).isTrue();
    }
}
