package io.trainyard.simulation;

import io.trainyard.capacity.app.ClimbLadder;
import io.trainyard.capacity.app.ClimbStores;
import io.trainyard.capacity.app.ClimbTimers;
import io.trainyard.capacity.app.Climbs;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.endpoints.app.EndpointPorts;
import io.trainyard.endpoints.app.EndpointService;
import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.endpoints.app.GoldenRows;
import io.trainyard.endpoints.app.OwnQueue;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.Event;
import io.trainyard.events.request.Golden;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBuckets;
import io.trainyard.models.app.ModelWork;
import io.trainyard.models.app.Models;
import io.trainyard.pace.Buckets;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import io.trainyard.probe.app.ProbeWork;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.app.EventBus;
import io.trainyard.steps.app.LaunchingService;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.app.StepWork;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.StepSettings;
import io.trainyard.training.app.Checkpoints;
import io.trainyard.training.app.TrainingJobs;
import io.trainyard.training.app.TrainingWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The launching services, put together on simulated ports as their Lambdas put them together on AWS. */
final class Services {

    static final String PREFIX = "ty-sim";

    private static final Duration DAYS = Duration.ofDays(3);
    private static final StepSettings SETTINGS = StepSettings.defaults(PREFIX);

    private final Stage stage;
    private final SimulatedBus bus;
    private final Creations creations;
    private final Supply supply;
    private final DoneWork doneWork;
    private final boolean brokenClaim;
    private final TokenPace pace;
    private final Map<String, InMemoryAttempts> rows = new LinkedHashMap<>();
    private final List<BooleanSupplier> quietTimers = new ArrayList<>();
    private final SimulatedModels models;
    private final SimulatedTraining training;
    private final SimulatedEndpoints endpoints;
    private final SimulatedSlots slots;
    private final SimulatedClimbs climbs;
    private final Map<String, Map<AttemptKey, Integer>> fired = new HashMap<>();
    private final Map<String, Runnable> sweeps = new HashMap<>();
    private int owners;

    /**
     * @param rates how fast SageMaker may be called, by all services together
     * @param brokenClaim the switch that the tests use to see that a broken claim is caught
     */
    Services(Stage stage, SimulatedBus bus, EndpointSettings settings, Rates rates, boolean brokenClaim) {
        this.stage = stage;
        this.bus = bus;
        this.brokenClaim = brokenClaim;
        this.pace = new TokenPace(around(Buckets.class, new InMemoryBuckets(), "buckets"), rates, stage.clock());
        var trainingEvents = new SageMakerEvents(stage);
        var endpointEvents = new SageMakerEvents(stage);
        this.creations = new Creations(stage);
        this.supply = new Supply(stage);
        this.doneWork = new DoneWork(rows("training"));
        this.models = new SimulatedModels(creations);
        this.training = new SimulatedTraining(stage, supply, creations, trainingEvents, doneWork::launched);
        this.endpoints = new SimulatedEndpoints(stage, supply, creations, models, endpointEvents);
        endpoints.whenDeletedByOthers(() -> sweepTomorrow("endpoint"));
        trainingEvents.to(steps(
                "training",
                new TrainingWork(
                        sagemaker(TrainingJobs.class, training),
                        around(Checkpoints.class, prefix -> Optional.empty(), "s3"),
                        PREFIX,
                        "bucket")));
        steps("model", new ModelWork(sagemaker(Models.class, models), PREFIX));
        steps("probe", new ProbeWork());
        this.climbs = capacity();
        this.slots = new SimulatedSlots(rows("endpoint"));
        endpointEvents.to(endpointService(settings));
    }

    DoneWork doneWork() {
        return doneWork;
    }

    /** @param who cancels a run just before something is created for it */
    void meddledBy(BiConsumer<String, Integer> who) {
        creations.meddledBy(who);
    }

    SimulatedTraining training() {
        return training;
    }

    SimulatedModels models() {
        return models;
    }

    SimulatedEndpoints endpoints() {
        return endpoints;
    }

    SimulatedClimbs climbs() {
        return climbs;
    }

    SimulatedSlots slots() {
        return slots;
    }

    Map<String, InMemoryAttempts> rows() {
        return rows;
    }

    /** How often the timer of each step of a kind has fired. */
    Map<AttemptKey, Integer> fired(String kind) {
        return fired.get(kind);
    }

    boolean timersAreQuiet() {
        return quietTimers.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    <T> T around(Class<T> port, T real, String name) {
        return Interference.around(port, real, name, stage);
    }

    private <T> T sagemaker(Class<T> port, T real) {
        return around(port, PacedPort.around(port, real, pace), "sagemaker");
    }

    /** Makes a handler of an inbox: it may be killed anywhere, and only its normal end counts as one. */
    <T> Consumer<T> handler(Consumer<T> handler) {
        return message -> creations.during(() -> pace.during(() -> handler.accept(message)));
    }

    private SageMakerEvents.Receiver steps(String kind, StepWork work) {
        var inbox = new Inbox(kind, stage);
        var service = new StepService[1];
        StepStores stores = stores(kind, inbox, key -> service[0].tick(key));
        service[0] = new StepService(brokenClaim ? UnguardedWork.of(work) : work, stores, this::owner);
        listen(inbox, Hearing.ofKind(kind), service[0]);
        return new SageMakerEvents.Receiver(inbox, handler(service[0]::changed));
    }

    private SageMakerEvents.Receiver endpointService(EndpointSettings settings) {
        var inbox = new Inbox("endpoint", stage);
        var service = new EndpointService[1];
        StepStores stores = stores("endpoint", inbox, key -> service[0].tick(key));
        Consumer<AttemptKey> tick = handler(key -> service[0].tick(key));
        Consumer<AttemptKey> retire = handler(key -> service[0].retire(key));
        var retirements = new SimulatedTimers("retirement", stage, inbox, SETTINGS.checkEvery(), retire);
        quietTimers.add(retirements::none);
        var ports = new EndpointPorts(
                around(Slots.class, slots, "slots"),
                sagemaker(Endpoints.class, endpoints),
                around(
                        GoldenRows.class,
                        artifact -> new GoldenRows.Kept.Found(new Golden("text/csv", "1,2", null)),
                        "s3"),
                around(OwnQueue.class, new SimulatedOwnQueue(inbox, tick, retire), "queue"),
                around(StepTimers.class, retirements, "scheduler"));
        service[0] = new EndpointService(ports, stores, settings, this::owner);
        listen(inbox, Hearing::endpoints, service[0]);
        return new SageMakerEvents.Receiver(inbox, handler(change -> service[0].changed(change)));
    }

    private void listen(Inbox inbox, Predicate<Event> hears, LaunchingService service) {
        Consumer<Event> discard = handler(event -> service.discard(event, "nobody needs it", "somebody"));
        bus.listen(new SimulatedBus.Listener(inbox, hears, handler(service::hear), discard));
        String what = inbox.service() + " sweeps";
        Consumer<String> sweep = handler(one -> service.sweep());
        sweeps.put(inbox.service(), () -> inbox.send(() -> what, () -> sweep.accept(what)));
        if (stage.strikes(Fault.SWEPT)) {
            stage.in(stage.chance().upTo(DAYS), () -> what, sweeps.get(inbox.service()));
        }
    }

    /** The daily sweep comes again after something that only it can find. */
    private void sweepTomorrow(String service) {
        stage.in(Duration.ofDays(1), () -> service + " sweeps", sweeps.get(service));
    }

    private SimulatedClimbs capacity() {
        var inbox = new Inbox("capacity", stage);
        var ladder = new ClimbLadder[1];
        var table = new SimulatedClimbs(stage, (key, round) -> {
            Consumer<ClimbKey> wake = handler(it -> ladder[0].wake(it, round));
            inbox.send(() -> "park of " + key + " ends", () -> wake.accept(key));
        });
        quietTimers.add(table::none);
        var parts = new ClimbStores(
                around(Climbs.class, table, "climbs"),
                around(ClimbTimers.class, table, "scheduler"),
                supply,
                around(EventBus.class, bus, "bus"),
                stage.clock(),
                () -> stage.chance().below(1000) / 1000.0);
        var usual = ClimbPolicy.defaults();
        Duration longest = stage.chance().below(3) == 0 ? Duration.ofMinutes(5) : usual.longest();
        var policy = new ClimbPolicy(
                usual.shortest(), usual.base(), usual.growth(), usual.cap(), longest, usual.spotTries());
        ladder[0] = new ClimbLadder(parts, policy, PREFIX);
        bus.listen(inbox, Hearing::capacity, handler(ladder[0]::hear));
        return table;
    }

    private StepStores stores(String kind, Inbox inbox, Consumer<AttemptKey> tick) {
        var timers = new SimulatedTimers(kind, stage, inbox, SETTINGS.checkEvery(), handler(tick));
        fired.put(kind, timers.fired);
        quietTimers.add(timers::none);
        Attempts attempts = brokenClaim ? new ForgetfulAttempts(rows(kind)) : rows(kind);
        return new StepStores(
                around(Attempts.class, attempts, "rows"),
                around(EventBus.class, bus, "bus"),
                around(StepTimers.class, timers, "scheduler"),
                stage.clock(),
                SETTINGS,
                pace);
    }

    private InMemoryAttempts rows(String kind) {
        return rows.computeIfAbsent(kind, none -> new InMemoryAttempts());
    }

    private String owner() {
        return "owner-" + owners++;
    }
}
