package io.trainyard.simulation;

import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.json.Delivered;
import io.trainyard.intake.app.DeadlineTimers;
import io.trainyard.intake.app.Intake;
import io.trainyard.intake.app.IntakeStores;
import io.trainyard.intake.app.Refusals;
import io.trainyard.intake.app.Runs;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.measures.Measures;
import io.trainyard.pace.Rates;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.domain.Limits;
import io.trainyard.slots.SlotLimits;
import io.trainyard.steps.app.EventBus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Every service, some jobs, and people who meddle. */
final class World {

    private static final Duration USUAL_OUTAGE = Duration.ofHours(2);
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(9);
    private static final Limits LIMITS = Limits.changed("{\"probe\": true}");
    private static final List<String> SERVICES =
            List.of("ledger", "intake", "training", "model", "endpoint", "capacity", "probe");

    private final Stage stage;
    private final SimulatedBus bus;
    private final Services services;
    private final SimulatedDoor door;
    private final SimulatedRecords records = new SimulatedRecords();
    private final EndpointSettings settings;
    private final People people;
    private final Intake intake;
    private final Inbox intakeInbox;
    private final Consumer<Delivered> request;
    private final Consumer<Delivered> discard;
    private final Set<String> requested = new HashSet<>();

    World(Stage stage, boolean brokenClaim) {
        this(stage, Rates.of(stage.strikes(Fault.FEW_TOKENS) ? "*=0.2/1" : "*=1000/1000"), brokenClaim);
    }

    World(Stage stage, Rates rates, boolean brokenClaim) {
        this.stage = stage;
        this.bus = new SimulatedBus(stage);
        int cap = 1 + stage.chance().below(3);
        var limits = new SlotLimits(cap, stage.chance().below(2), Duration.ofMinutes(15));
        this.settings = new EndpointSettings(limits, Duration.ofSeconds(30), Duration.ofSeconds(20), "ml.m5.large");
        this.services = new Services(stage, bus, settings, rates, brokenClaim);
        stage.deadLettersTo(new SimulatedDesk(stage, bus, services));
        this.intakeInbox = new Inbox("intake", stage);
        BiConsumer<String, Integer> deadline =
                (job, run) -> intakeInbox.send(() -> "deadline " + job, deadlineOf(job, run));
        this.door = new SimulatedDoor(stage, deadline, services.doneWork()::opened);
        this.people = new People(stage, bus, door, records);
        services.meddledBy(people::cancelNow);
        this.intake = intake();
        this.request = services.handler(intake::request);
        this.discard = services.handler(asked -> intake.discard(asked, "nobody needs it", "somebody"));
        Consumer<Event> giveUp = services.handler(intake::discard);
        bus.listen(new SimulatedBus.Listener(intakeInbox, Hearing::intake, services.handler(intake::hear), giveUp));
        ledger();
        outage();
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

    /** The ids of the requests that came from outside. */
    Set<String> requested() {
        return requested;
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
        requested.add(event.id());
        stage.in(in, () -> "job " + jobId + " is requested", () -> {
            ask(event, jobId);
            people.meddle(jobId);
            if (stage.draws(Fault.REQUESTED_AGAIN)) {
                stage.in(stage.chance().upTo(Duration.ofHours(20)), () -> jobId + " is requested again", () -> {
                    stage.count(Fault.REQUESTED_AGAIN);
                    ask(event, jobId);
                });
            }
        });
    }

    /** Says on somebody's behalf what concerns a job's first run. */
    void say(String jobId, EventType type, UnroutedFact fact) {
        people.say(jobId, type, 1, fact);
    }

    private void ask(Delivered event, String jobId) {
        intakeInbox.send(() -> "job-requested " + jobId, new RequestPosting(event, request, discard));
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
        var ledger = new Ledger(
                services.around(Books.class, records, "books"),
                services.around(EventBus.class, bus, "bus"),
                stage.clock(),
                Measures.NONE);
        bus.listen(new Inbox("ledger", stage), Hearing::ledger, services.handler(ledger::hear));
    }

    /** One service does nothing for a while, somewhere in the first day. */
    private void outage() {
        if (stage.draws(Fault.SERVICE_DOWN)) {
            String service = stage.chance().of(SERVICES);
            // Some outages outlast a replay, so that what was parked is parked again.
            Duration longest = stage.chance().below(4) == 0 ? LONGEST_OUTAGE : USUAL_OUTAGE;
            Duration takes = stage.chance().upTo(longest);
            stage.in(
                    stage.chance().upTo(Duration.ofHours(8)),
                    () -> service + " goes down",
                    () -> stage.down(service, stage.clock().instant().plus(takes)));
        }
    }
}
