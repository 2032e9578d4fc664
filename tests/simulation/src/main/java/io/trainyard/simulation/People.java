package io.trainyard.simulation;

import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who meddles with jobs: cancels them, takes their endpoints down, ends their waits, and resumes them with changes or without. */
final class People {

    private static final int MOST_RUNS = 3;
    private static final Duration BEFORE_A_RESUME = Duration.ofHours(10);
    private static final Duration DAYS = Duration.ofDays(3);

    private final Stage stage;
    private final SimulatedBus bus;
    private final SimulatedRecords records;
    private final Resumes resumes;

    People(Stage stage, SimulatedBus bus, SimulatedDoor door, SimulatedRecords records) {
        this.stage = stage;
        this.bus = bus;
        this.records = records;
        this.resumes = new Resumes(stage, door);
    }

    /** Begins to meddle with a job that is requested now. */
    void meddle(String jobId) {
        meddle(jobId, 1);
        if (stage.draws(Fault.RETIRE_REQUESTED)) {
            stage.in(stage.chance().upTo(Duration.ofHours(8)), () -> "somebody retires " + jobId, () -> {
                stage.count(Fault.RETIRE_REQUESTED);
                say(jobId, EventType.ENDPOINT_RETIRE_REQUESTED, 0, new EndpointRetireRequested("somebody"));
            });
        }
    }

    /** Cancels a run in the middle of whatever a service does for it, and everybody hears of it at once. */
    void cancelNow(String jobId, int run) {
        bus.sayNow(event(jobId, EventType.JOB_CANCEL_REQUESTED, run, new JobCancelRequested(run, "somebody")));
    }

    private void meddle(String jobId, int run) {
        if (stage.draws(Fault.CANCELLED)) {
            stage.in(stage.chance().upTo(Duration.ofHours(4)), () -> "somebody cancels " + jobId, () -> {
                stage.count(Fault.CANCELLED);
                say(jobId, EventType.JOB_CANCEL_REQUESTED, run, new JobCancelRequested(run, "somebody"));
            });
        }
        if (stage.draws(Fault.RETRIED_NOW)) {
            stage.in(stage.chance().upTo(Duration.ofHours(6)), () -> "somebody retries " + jobId, () -> {
                stage.count(Fault.RETRIED_NOW);
                say(jobId, EventType.JOB_RETRY_REQUESTED, run, new JobRetryRequested(run, "somebody"));
            });
        }
        if (stage.draws(Fault.NUDGED)) {
            stage.in(stage.chance().upTo(Duration.ofHours(12)), () -> "somebody nudges " + jobId, () -> {
                stage.count(Fault.NUDGED);
                say(jobId, EventType.JOB_NUDGE_REQUESTED, run, new JobNudgeRequested(run, "somebody"));
            });
        }
        if (run < MOST_RUNS && stage.draws(Fault.RESUMED)) {
            Duration when = BEFORE_A_RESUME.plus(stage.chance().upTo(DAYS));
            stage.in(when, () -> "somebody resumes " + jobId, () -> resume(jobId, run));
        }
    }

    private void resume(String jobId, int run) {
        var verdict = records.verdicts(jobId).get(run);
        if (verdict == null || !(verdict.event().fact() instanceof JobFailed)) {
            return;
        }
        stage.count(Fault.RESUMED);
        say(jobId, EventType.JOB_RESUME_REQUESTED, run, resumes.request(jobId, run));
        meddle(jobId, run + 1);
    }

    void say(String jobId, EventType type, int run, UnroutedFact fact) {
        bus.say(List.of(event(jobId, type, run, fact)));
    }

    private Event event(String jobId, EventType type, int run, UnroutedFact fact) {
        Instant now = stage.clock().instant();
        String id = EventIds.digest(jobId, type.eventName(), Integer.toString(run));
        return new Unrouted(new Metadata(id, jobId, id, id, now, 1), fact);
    }
}
