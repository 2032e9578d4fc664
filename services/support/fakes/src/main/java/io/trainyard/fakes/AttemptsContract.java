package io.trainyard.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.ProbeCompleted;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Cause;
import io.trainyard.steps.domain.Lease;
import io.trainyard.steps.domain.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of attempts has to do; run on the fake and on the adapter. */
public abstract class AttemptsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** An empty store. */
    protected abstract Attempts attempts();

    @Test
    void findsWhatWasCreatedWithEveryField() {
        Attempts attempts = attempts();
        Attempt row = row("job1", 1, "train", 1);
        assertThat(attempts.create(row)).isTrue();
        assertThat(attempts.find(row.key())).contains(row);
        assertThat(attempts.find(new AttemptKey("job1", 1, "train", 2))).isEmpty();
    }

    @Test
    void createsARowOnce() {
        Attempts attempts = attempts();
        Attempt row = row("job1", 1, "train", 1);
        assertThat(attempts.create(row)).isTrue();
        assertThat(attempts.create(row.claimedBy(new Lease("other", NOON)))).isFalse();
        assertThat(attempts.find(row.key())).contains(row);
    }

    @Test
    void replacesOnlyTheVersionThatWasRead() {
        Attempts attempts = attempts();
        Attempt row = row("job1", 1, "train", 1);
        attempts.create(row);
        Attempt launched = row.as(AttemptState.LAUNCHED);
        assertThat(attempts.replace(row, launched)).isTrue();
        assertThat(attempts.replace(row, row.as(AttemptState.STOPPING))).isFalse();
        assertThat(attempts.find(row.key())).contains(launched);
    }

    @Test
    void writesNothingOverARowThatIsNotThere() {
        Attempts attempts = attempts();
        Attempt row = row("job1", 1, "train", 1);
        assertThat(attempts.replace(row, row.as(AttemptState.LAUNCHED))).isFalse();
        assertThat(attempts.find(row.key())).isEmpty();
    }

    @Test
    void keepsAnOutcomeWithItsFactAndOutput() {
        Attempts attempts = attempts();
        Attempt row = row("job1", 1, "train", 1);
        attempts.create(row);
        var outcome = new Outcome.Succeeded(
                new ProbeCompleted("train", 1), StepOutput.trained("s3://b/m", "image", Map.of("loss", 0.5)));
        Attempt settled = row.settled(outcome);
        attempts.replace(row, settled);
        assertThat(attempts.find(row.key()).orElseThrow().outcome()).contains(outcome);
    }

    @Test
    void findsTheRowsOfOneRunAndNoOthers() {
        Attempts attempts = attempts();
        List.of(row("job1", 1, "a", 1), row("job1", 1, "b", 2), row("job1", 11, "a", 1), row("job2", 1, "a", 1))
                .forEach(attempts::create);
        attempts.bury("job1", 1);
        assertThat(attempts.ofRun("job1", 1))
                .extracting(found -> found.key().step())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(attempts.ofJob("job1")).hasSize(3);
    }

    @Test
    void buriesARunForGood() {
        Attempts attempts = attempts();
        assertThat(attempts.buried("job1", 1)).isFalse();
        attempts.bury("job1", 1);
        attempts.bury("job1", 1);
        assertThat(attempts.buried("job1", 1)).isTrue();
        assertThat(attempts.buried("job1", 2)).isFalse();
        assertThat(attempts.buried("job2", 1)).isFalse();
    }

    private static Attempt row(String jobId, int run, String step, int attempt) {
        Plan plan = Plan.draw(List.of(new PlannedStep(step, "probe", List.of(), Json.tree(Map.of("n", 1)))));
        return Attempt.claimed(
                new AttemptKey(jobId, run, step, attempt),
                Position.start(run, NOON, plan),
                new Release(step, "probe", attempt, "ml.m5.large", true),
                new Cause("cause", "correlation"),
                new Lease("owner", NOON));
    }
}
