package io.trainyard.endpoints.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.endpoints.fakes.InMemoryEndpoints;
import io.trainyard.endpoints.fakes.InMemoryGoldenRows;
import io.trainyard.endpoints.fakes.InMemoryOwnQueue;
import io.trainyard.endpoints.fakes.InMemoryOwnQueue.Sent;
import io.trainyard.endpoints.fakes.InMemorySlots;
import io.trainyard.events.Event;
import io.trainyard.events.Metadata;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.Releasing;
import io.trainyard.events.ResourceName;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.StepOutput;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.fakes.InMemoryStepTimers;
import io.trainyard.slots.SlotLimits;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The endpoints service on in-memory ports under a clock that a test moves. */
final class House extends Clock {

    static final String STEP = "endpoint";
    private static final String PREFIX = "ty-test";
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    final InMemoryAttempts attempts = new InMemoryAttempts();
    final InMemoryBus bus = new InMemoryBus();
    final InMemoryStepTimers timers = new InMemoryStepTimers();
    final InMemoryStepTimers retirements = new InMemoryStepTimers();
    final InMemorySlots slots = new InMemorySlots(attempts);
    final InMemoryEndpoints sagemaker = new InMemoryEndpoints();
    final InMemoryGoldenRows golden = new InMemoryGoldenRows();
    final InMemoryOwnQueue own = new InMemoryOwnQueue();
    final EndpointService service;

    private Instant now = START;
    private int owners;

    House(int cap, int surge) {
        var ports = new EndpointPorts(slots, sagemaker, golden, own, retirements);
        var stores = new StepStores(attempts, bus, timers, this, StepSettings.defaults(PREFIX));
        var settings = new EndpointSettings(
                new SlotLimits(cap, surge, Duration.ofMinutes(15)),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                "ml.m5.large");
        this.service = new EndpointService(ports, stores, settings, () -> "owner-" + owners++);
    }

    /** A model of the job is registered: its endpoint may be deployed. */
    void release(String job) {
        service.hear(released(job, 1));
    }

    Releasing released(String job, int run) {
        var none = JsonNodeFactory.instance.objectNode();
        return released(
                job,
                run,
                Plan.draw(List.of(
                        new PlannedStep("model", "model", List.of(), none),
                        new PlannedStep(STEP, "endpoint", List.of("model"), none))));
    }

    /** @param plan that begins with a step {@code model} */
    Releasing released(String job, int run, Plan plan) {
        String model = model(job);
        String artifact = "s3://b/" + job + ".tar.gz";
        var route = Position.start(run, START.plus(Duration.ofHours(6)), plan)
                .complete("model", StepOutput.registered(model, artifact))
                .getFirst();
        var fact = new ModelRegistered("model", 1, model, "arn:" + model, artifact, Map.of());
        return new Releasing(metadata(job, "registered-" + job + run), route, fact);
    }

    static Metadata metadata(String job, String id) {
        return new Metadata(id, job, "cause", "request-" + job, START, 1);
    }

    static String model(String job) {
        return PREFIX + "-" + job + "-model-1-1";
    }

    /** SageMaker has created the endpoint and says so. */
    void inService(String job) {
        sagemaker.serve(name(job));
        changed(job, "IN_SERVICE");
    }

    /** The same, with everything in the event that SageMaker puts there. */
    void inServiceByEvent(String job) {
        sagemaker.serve(name(job));
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("EndpointName", name(job))
                .put("EndpointArn", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/" + name(job))
                .put("EndpointStatus", "IN_SERVICE");
        var name = ResourceName.parse(name(job)).orElseThrow();
        service.changed(new ResourceChange(name, "SageMaker Endpoint State Change", detail));
    }

    void failed(String job, String reason) {
        sagemaker.fail(name(job), reason);
        changed(job, "FAILED");
    }

    void changed(String job, String status) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("EndpointName", name(job)).put("EndpointStatus", status);
        var name = ResourceName.parse(name(job)).orElseThrow();
        service.changed(new ResourceChange(name, "SageMaker Endpoint State Change", detail));
    }

    void deploy(String job) {
        release(job);
        inService(job);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Delivers what the service sent to itself, each message when it is due, and lets deletions finish, until it is quiet. */
    void settle() {
        Deque<Sent> open = new ArrayDeque<>(own.take());
        for (int i = 0; i < 200 && !open.isEmpty(); i++) {
            Sent sent = open.poll();
            pass(sent.delay());
            switch (sent.kind()) {
                case TICK -> service.tick(sent.key());
                case RETIRE -> service.retire(sent.key());
            }
            sagemaker.finishDeletions();
            open.addAll(own.take());
        }
    }

    static AttemptKey key(String job) {
        return new AttemptKey(job, 1, STEP, 1);
    }

    static String name(String job) {
        return key(job).resource(PREFIX);
    }

    Attempt row(String job) {
        return attempts.find(key(job)).orElseThrow();
    }

    List<String> said(String job) {
        return bus.said().stream()
                .filter(event -> event.metadata().jobId().equals(job))
                .map(Event::name)
                .distinct()
                .toList();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
