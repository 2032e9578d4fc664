package io.trainyard.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One life-like event of every type; the golden files and the catalogue show them. */
public final class Samples {

    static final Instant AT = Instant.parse("2026-11-20T14:10:00Z");
    private static final Instant UNTIL = AT.plusSeconds(21_600);
    private static final String REQUEST = EventIds.digest("the request").substring(0, 32);

    /** What {@code mode: train} draws. */
    private static final Plan STRAIGHT = Plan.draw(List.of(
            step("train", "training", Json.tree(SampleFacts.TRAINING)),
            step("model", "model", Json.tree(SampleFacts.MODEL_SPEC), "train"),
            step("endpoint", "endpoint", Json.tree(SampleFacts.ENDPOINT_SPEC), "model")));

    /** A graph with a fan-out, a join and several ends. */
    private static final Plan GRAPH = Plan.draw(List.of(
            step("split", "processing", nothing()),
            step("probe", "probe", nothing()),
            step("tune", "tuning", nothing(), "split"),
            step("train", "training", Json.tree(SampleFacts.TRAINING), "split", "tune"),
            step("score", "transform", nothing(), "train", "probe")));

    private static final Plan ENDS =
            Plan.draw(List.of(step("probe", "probe", nothing()), step("probe-2", "probe", nothing())));

    private static final Map<String, StepOutput> OUTPUTS = Map.of(
            "train", StepOutput.trained(SampleFacts.ARTIFACT, SampleFacts.IMAGE, SampleFacts.METRICS),
            "model", StepOutput.registered(SampleFacts.MODEL, SampleFacts.ARTIFACT),
            "endpoint", StepOutput.deployed(SampleFacts.ENDPOINT));

    private Samples() {}

    /** The sample of that type. */
    public static Event of(EventType type) {
        Fact fact = SampleFacts.of(type);
        return switch (fact) {
            case ReleasingFact releasing -> new Releasing(metadata(type, fact), route(releasing), releasing);
            case StandingFact standing -> new Standing(metadata(type, fact), position(standing), standing);
            case UnroutedFact unrouted -> new Unrouted(metadata(type, fact), unrouted);
        };
    }

    private static Metadata metadata(EventType type, Fact fact) {
        String id = fact instanceof StepFact step
                ? EventIds.ofStep(SampleFacts.JOB, 1, step.step(), step.attempt(), type)
                : EventIds.ofRun(SampleFacts.JOB, 1, type);
        String cause = type == EventType.JOB_REQUESTED ? id : REQUEST;
        return new Metadata(id, SampleFacts.JOB, cause, REQUEST, AT, type.version());
    }

    private static Route route(ReleasingFact fact) {
        return switch (fact) {
            case JobAccepted accepted -> start(STRAIGHT).open().getFirst();
            case StepReleased released ->
                start(STRAIGHT).release(new Release("train", "training", 2, "ml.m5.xlarge", false));
            case TrainingCompleted done -> complete(start(STRAIGHT), done);
            case ModelRegistered done -> complete(reached("train"), done);
            case EndpointReady done -> complete(reached("train", "model"), done);
            case ProcessingCompleted done -> complete(start(GRAPH), done);
            case TuningCompleted done -> complete(start(GRAPH), done);
            case TransformCompleted done -> complete(start(GRAPH), done);
            case ProbeCompleted done -> complete(start(ENDS), done);
            case StepsCompleted done -> complete(start(ENDS), done);
        };
    }

    private static Position position(StandingFact fact) {
        return switch (fact) {
            case TrainingStarted started -> start(STRAIGHT);
            case TrainingFailed failed -> start(STRAIGHT).lost();
            case TuningFailed failed -> start(GRAPH).lost();
            case ProcessingFailed failed -> start(GRAPH).lost();
            case TransformFailed failed -> start(GRAPH).lost();
            case ModelRejected rejected -> reached("train").lost();
            case EndpointDeploying deploying -> reached("train", "model");
            case EndpointFailed failed -> reached("train", "model").lost();
            case EndpointRolledBack back -> reached("train", "model").lost();
            case CapacityError error -> start(STRAIGHT);
            case JobDelayed delayed -> start(STRAIGHT);
            case CapacityExhausted exhausted -> start(STRAIGHT).lost();
            case JobCompleted completed -> reached("train", "model", "endpoint");
            case JobFailed failed -> start(STRAIGHT).lost();
            case JobCancelled cancelled -> reached("train").lost();
        };
    }

    private static Route complete(Position at, StepFact done) {
        return at.complete(done.step(), OUTPUTS.getOrDefault(done.step(), StepOutput.NOTHING))
                .getFirst();
    }

    private static Position start(Plan plan) {
        return Position.start(1, UNTIL, plan, "5f0c2e7a91d4");
    }

    private static Position reached(String... steps) {
        Position at = start(STRAIGHT);
        for (String step : steps) {
            at = at.complete(step, OUTPUTS.get(step)).getFirst().position();
        }
        return at;
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static PlannedStep step(String name, String kind, JsonNode spec, String... after) {
        return new PlannedStep(name, kind, List.of(after), spec);
    }
}
