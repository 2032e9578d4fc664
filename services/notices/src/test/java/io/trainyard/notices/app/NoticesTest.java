package io.trainyard.notices.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.Event;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Metadata;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.Unrouted;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.notices.domain.Notice;
import io.trainyard.notices.domain.Wording;
import io.trainyard.steps.app.LeaseHeld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryTopic topic = new InMemoryTopic();

    @Test
    void tellsJobStepClassCauseAndNextActionOnce() {
        Notices notices = at(NOON, topic);
        notices.hear(failed());
        notices.hear(failed());

        assertThat(topic.published()).singleElement().satisfies(notice -> {
            assertThat(notice.id()).isEqualTo("e1");
            assertThat(notice.subject()).isEqualTo("Job penguins failed in step train");
            assertThat(notice.fields())
                    .containsEntry("job", "job1")
                    .containsEntry("step", "train")
                    .containsEntry("class", "caller")
                    .containsEntry("cause", "row 7: no number")
                    .containsEntry("nextAction", "mend the file")
                    .containsEntry("runbook", "docs/runbooks/failure-caller.md");
            assertThat(notice.text()).contains("cause: row 7: no number").contains("notice: e1");
        });
    }

    @Test
    void tellsEverMoreRarelyThatAStepStillWaits() {
        for (int round = 1; round <= 100; round++) {
            var fact = new JobDelayed("train", round, NOON.plusSeconds(60), "none left", List.of("ml.a"), round, null);
            at(NOON, topic).hear(standing("d" + round, fact));
        }
        at(NOON, topic).hear(standing("slot", new JobDelayed("endpoint", 1, NOON, "no slot", List.of(), null, null)));

        assertThat(topic.published()).extracting(Notice::id).containsExactly("d16", "d24", "d32", "d48", "d64", "d96");
    }

    @Test
    void tellsOfAParkedMessage() {
        var fact = new MessageParked("training", "job-accepted", "TimeoutException: 30 s", "f00", null, "train");
        at(NOON, topic).hear(new Unrouted(metadata("p1"), fact));

        assertThat(topic.published()).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("A message of training waits for a person");
            assertThat(notice.fields())
                    .containsEntry("cause", "TimeoutException: 30 s")
                    .containsEntry("class", "TimeoutException")
                    .containsEntry("step", "train")
                    .containsEntry("fingerprint", "f00");
        });
    }

    @Test
    void keepsQuietAboutWhatNeedsNobody() {
        at(NOON, topic).hear(standing("c1", new JobCompleted("penguins")));
        assertThat(topic.published()).isEmpty();
    }

    @Test
    void leavesANoticeToItsOwnerWhileTheLeaseLivesAndTakesItOverAfter() {
        Notices killed = at(NOON, notice -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> killed.hear(failed())).hasMessage("killed");
        assertThatThrownBy(() -> at(NOON, topic).hear(failed())).isInstanceOf(LeaseHeld.class);
        at(NOON.plusSeconds(91), topic).hear(failed());

        assertThat(topic.published()).hasSize(1);
    }

    @Test
    void keepsASubjectWithinWhatSnsTakes() {
        var failure = new Failure(FailureClass.OURS, "x", "y");
        at(NOON, topic).hear(standing("e2", new JobFailed("n\u00e4me".repeat(40), "train", failure)));
        assertThat(topic.published().getFirst().subject())
                .hasSizeLessThanOrEqualTo(100)
                .matches("[\\x20-\\x7e]+");
    }

    private Notices at(Instant now, Topic where) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Notices(claims, where, new Wording("docs/runbooks"), clock, Duration.ofSeconds(90), () -> "me");
    }

    private static Event failed() {
        var failure = new Failure(FailureClass.CALLER, "row 7: no number", "mend the file");
        return standing("e1", new JobFailed("penguins", "train", failure));
    }

    private static Event standing(String id, StandingFact fact) {
        var plan = Plan.draw(
                List.of(new PlannedStep("train", "training", List.of(), JsonNodeFactory.instance.objectNode())));
        return new Standing(metadata(id), Position.start(1, NOON, plan).lost(), fact);
    }

    private static Metadata metadata(String id) {
        return new Metadata(id, "job1", "cause", "request", NOON, 1);
    }
}
