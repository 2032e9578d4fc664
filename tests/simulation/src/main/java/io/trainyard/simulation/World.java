package io.trainyard.simulation;

import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.json.Delivered;
import io.trainyard.intake.app.DeadlineTimers;
import io.trainyard.intake.app.Intake;
import io.trainyard.intake.app.IntakeStores;
import io.trainyard.intake.app.Refusals;
import io.trainyard.intake.app.Runs;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.pace.Rates;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.domain.Limits;
import io.trainyard.slots.SlotLimits;
import io.trainyard.steps.app.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Every service, some jobs, and people who meddle. */
final class World {

    private static final Duration LONGEST_OUTAGE = Duration.ofHours(8);
    private static final Limits LIMITS = Limits.changed("{\"probe\": true}");

    private final Stage stage;
    private final SimulatedBus bus = new SimulatedBus();
    private final Services services;
    private final SimulatedDoor door;
    private final SimulatedRecords records = new SimulatedRecords();
    private final EndpointSettings settings;
    private final Intake intake;
    private final Inbox intakeInbox;
    private final Consumer<Delivered> request;

    World(Stage stage, boolean brokenClaim) {
        this(stage, Rates.of("*=1000/1000"), brokenClaim);
    }

    World(Stage stage, Rates rates, boolean brokenClaim) {
        this.stage = stage;
        int cap = 1 + stage.chance().below(3);
        var limits = new SlotLimits(cap, stage.chance().below(2), Duration.ofMinutes(15));
        this.settings = new EndpointSettings(limits, Duration.ofSeconds(30), Duration.ofSeconds(5), "ml.m5.large");
        this.services = new Services(stage, bus, settings, rates, brokenClaim);
        stage.deadLettersTo(new SimulatedDesk(stage, bus, services));
        this.intakeInbox = new Inbox("intake", stage);
        BiConsumer<String, Integer> deadline = (job, run) -> intakeInbox.send("deadline " + job, deadlineOf(job, run));
        this.door = new SimulatedDoor(stage, deadline);
        this.intake = intake();
        this.request = services.handler(intake::request);
        bus.listen("intake", intakeInbox, Hearing::intake, services.handler(intake::hear));
        ledger();
    }

    Stage stage() {
        return stage;
    }

    SimulatedBus bus() {
        return bus;
    }

    Services services() {
        return services;
    }

    SimulatedDoor door() {
        return door;
    }

    SimulatedRecords records() {
        return records;
    }

    SlotLimits limits() {
        return settings.limits();
    }

    /** Sends a job at some time; the same event may be delivered more than once. */
    void submit(int number) {
        submit(Requests.job(number, stage.clock().instant(), stage.chance()));
    }

    void submit(Delivered event) {
        submit(event, stage.chance().upTo(Duration.ofHours(2)));
    }

    void submit(Delivered event, Duration in) {
        String jobId = Requests.jobId(event);
        stage.in(in, "job " + jobId + " is requested", () -> {
            intakeInbox.send("job-requested " + jobId, () -> request.accept(event));
            meddle(jobId);
        });
    }

    private void meddle(String jobId) {
        if (stage.chance().oneIn(stage.odds().people())) {
            stage.in(stage.chance().upTo(Duration.ofHours(4)), "somebody cancels " + jobId, () -> {
                stage.count(Fault.CANCELLED);
                say(jobId, EventType.JOB_CANCEL_REQUESTED, new JobCancelRequested(1, "somebody"));
            });
        }
        if (stage.chance().oneIn(stage.odds().people())) {
            stage.in(stage.chance().upTo(Duration.ofHours(8)), "somebody retires " + jobId, () -> {
                stage.count(Fault.RETIRE_REQUESTED);
                say(jobId, EventType.ENDPOINT_RETIRE_REQUESTED, new EndpointRetireRequested("somebody"));
            });
        }
        if (stage.chance().oneIn(stage.odds().people())) {
            stage.in(stage.chance().upTo(Duration.ofHours(6)), "somebody retries " + jobId, () -> {
                stage.count(Fault.RETRIED_NOW);
                say(jobId, EventType.JOB_RETRY_REQUESTED, new JobRetryRequested(1, "somebody"));
            });
        }
        if (stage.chance().oneIn(stage.odds().people())) {
            stage.in(Duration.ofHours(30), "somebody resumes " + jobId, () -> resume(jobId));
        }
    }

    private void resume(String jobId) {
        var verdict = records.verdicts(jobId).get(1);
        if (verdict != null && verdict.event().fact() instanceof JobFailed) {
            stage.count(Fault.RESUMED);
            say(jobId, EventType.JOB_RESUME_REQUESTED, new JobResumeRequested(1, "somebody"));
        }
    }

    void say(String jobId, EventType type, UnroutedFact fact) {
        Instant now = stage.clock().instant();
        String id = EventIds.digest(jobId, type.eventName());
        bus.say(List.of(new Unrouted(new Metadata(id, jobId, id, id, now, 1), fact)));
    }

    private Intake intake() {
        Datasets datasets = location -> Datasets.Presence.PRESENT;
        return new Intake(
                Services.PREFIX,
                new ExamineRequest(LIMITS, datasets),
                new IntakeStores(
                        services.around(Runs.class, door, "runs"),
                        services.around(Refusals.class, door, "refusals"),
                        services.around(DeadlineTimers.class, door, "scheduler"),
                        services.around(EventBus.class, bus, "bus"),
                        stage.clock()));
    }

    private Runnable deadlineOf(String jobId, int run) {
        Consumer<String> handler = services.handler(job -> intake.deadline(job, run));
        return () -> handler.accept(jobId);
    }

    private void ledger() {
        boolean down = stage.chance().oneIn(stage.odds().people());
        Instant back = stage.clock().instant().plus(down ? stage.chance().upTo(LONGEST_OUTAGE) : Duration.ZERO);
        var ledger = new Ledger(
                services.around(Books.class, records, "books"),
                services.around(EventBus.class, bus, "bus"),
                stage.clock());
        bus.listen("ledger", new Inbox("ledger", stage), Hearing::ledger, services.handler(event -> {
            if (stage.clock().instant().isBefore(back)) {
                stage.count(Fault.LEDGER_DOWN);
                throw new IllegalStateException("the ledger is down");
            }
            ledger.hear(event);
        }));
    }
}
