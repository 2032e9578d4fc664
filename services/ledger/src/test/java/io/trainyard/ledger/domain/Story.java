package io.trainyard.ledger.domain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.EndpointOf;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.Metadata;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.Releasing;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.StepReleased;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingFailed;
import io.trainyard.events.TrainingStarted;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the services say of one job, in the order in which it happens; each event a minute after the one before. */
public final class Story {

    public static final String ENDPOINT_ARN =
            "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/ty-local-job1-endpoint-1-1";

    public static final String JOB = "job1";
    public static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final int run;
    private int minute;
    private Position at;

    public Story(int run) {
        this.run = run;
        this.minute = 100 * (run - 1);
        this.at = Position.start(
                run,
                START.plusSeconds(86_400),
                Plan.draw(List.of(
                        step("train", "training"),
                        step("model", "model", "train"),
                        step("endpoint", "endpoint", "model"))));
    }

    public Event accepted() {
        return releasing(at.open().getFirst(), "", new JobAccepted("penguins", "shop.orders"));
    }

    public Event started() {
        return standing(at, "train", new TrainingStarted("train", 1, "ty-local-job1-train-1-1", "ml.m5.large", null));
    }

    public Event trained() {
        var metrics = Map.of("validation:accuracy", 0.97);
        Route route = move("train", StepOutput.trained("s3://out/model.tar.gz", "trainyard/trainer", metrics));
        var fact = new TrainingCompleted(
                "train", 1, "ty-local-job1-train-1-1", "s3://out/model.tar.gz", metrics, 42, "ml.m5.large", null);
        return releasing(route, "train", fact);
    }

    /** The next attempt of a step may start. */
    public Event releasedAgain(String step, int attempt) {
        var route = at.release(new Release(step, "training", attempt, null, null));
        return releasing(route, step, new StepReleased("the next type is tried", null));
    }

    public Event trainingFailed() {
        return trainingFailed(1);
    }

    public Event trainingFailed(int attempt) {
        var failure = new Failure(FailureClass.CALLER, "row 7, column width: 'wide' is no number", "mend the file");
        return standing(at.lost(), "train", new TrainingFailed("train", attempt, "ty-local-job1-train-1-1", failure));
    }

    public Event registered() {
        Route route = move("model", StepOutput.registered("ty-local-job1-model-1-1", "s3://out/model.tar.gz"));
        var fact = new ModelRegistered(
                "model", 1, "ty-local-job1-model-1-1", "arn:model", "s3://out/model.tar.gz", Map.of());
        return releasing(route, "model", fact);
    }

    public Event deploying() {
        var fact = new EndpointDeploying("endpoint", 1, "ty-local-job1-endpoint-1-1", ENDPOINT_ARN, "ml.t2.medium");
        return standing(at, "endpoint", fact);
    }

    public Event ready() {
        return ready(null);
    }

    public Event readyRetiring() {
        return ready(new EndpointOf("other", "ty-local-other-endpoint-1-1"));
    }

    public Event retired() {
        return unrouted("retired", new EndpointRetired(run, "ty-local-job1-endpoint-1-1", "the cap was reached"));
    }

    public Event cancel() {
        return unrouted("cancel", new JobCancelRequested(run, "ann"));
    }

    public Event deadline() {
        return unrouted("deadline", new JobDeadlinePassed(run));
    }

    public Event unrouted(String what, UnroutedFact fact) {
        return new Unrouted(metadata(what, fact), fact);
    }

    public Event standing(String step, StandingFact fact) {
        return standing(at, step, fact);
    }

    /** A whole job that ends in an endpoint. */
    public List<Event> whole() {
        return List.of(accepted(), started(), trained(), registered(), deploying(), ready());
    }

    private Event ready(@Nullable EndpointOf retires) {
        Route route = move("endpoint", StepOutput.deployed("ty-local-job1-endpoint-1-1"));
        var fact = new EndpointReady(
                "endpoint", 1, "ty-local-job1-endpoint-1-1", ENDPOINT_ARN, "ty-local-job1-model-1-1", retires);
        return releasing(route, "endpoint", fact);
    }

    private Route move(String step, StepOutput output) {
        Route route = at.complete(step, output).getFirst();
        at = route.position();
        return route;
    }

    private Event releasing(Route route, String step, ReleasingFact fact) {
        return new Releasing(metadata(step, fact), route, fact);
    }

    private Event standing(Position position, String step, StandingFact fact) {
        return new Standing(metadata(step, fact), position, fact);
    }

    private Metadata metadata(String step, Fact fact) {
        EventType type = EventType.of(fact);
        String id = EventIds.ofStep(JOB, run, step, 1, type);
        Instant now = START.plusSeconds(60L * minute++);
        return new Metadata(id, JOB, "cause", "request", now, type.version());
    }

    private static PlannedStep step(String name, String kind, String... after) {
        return new PlannedStep(name, kind, List.of(after), JsonNodeFactory.instance.objectNode());
    }
}
