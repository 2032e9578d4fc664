package io.trainyard.lambda;

import io.trainyard.events.JobAccepted;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events that release the one step that a test is about, in the first run of {@code job1}; the step is called as its kind. */
public final class Releases {

    private Releases() {}

    /** Where a job stands that has this step only. */
    public static Position position(String kind, Object spec) {
        return start(List.of(new PlannedStep(kind, kind, List.of(), Json.tree(spec))));
    }

    /** Releases it. */
    public static Releasing of(String kind, Object spec) {
        return said(position(kind, spec).open().getFirst());
    }

    /** Releases it after a step of another kind. */
    public static Releasing after(String earlier, StepOutput left, String kind, Object spec) {
        var position = start(List.of(
                new PlannedStep(earlier, earlier, List.of(), Json.tree(Map.of())),
                new PlannedStep(kind, kind, List.of(earlier), Json.tree(spec))));
        return said(position.complete(earlier, left).getFirst());
    }

    /** What every event of the job carries. */
    public static Metadata metadata() {
        return new Metadata("id", "job1", "id", "request", Instant.now(), 1);
    }

    private static Position start(List<PlannedStep> steps) {
        return Position.start(1, Instant.now().plus(Duration.ofDays(1)), Plan.draw(steps));
    }

    private static Releasing said(Route route) {
        return new Releasing(metadata(), route, new JobAccepted("penguins", "shop.orders"));
    }
}
