package io.trainyard.capacity.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.capacity.domain.Try;
import io.trainyard.events.CapacityError;
import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.Metadata;
import io.trainyard.events.Standing;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.steps.domain.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A step that got no instance, for tests. */
final class Refusals {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String TWO = "{\"instanceTypes\": [\"ml.a\", \"ml.b\"]}";
    static final String ONE_ON_SPOT = "{\"instanceTypes\": [\"ml.a\"], \"spot\": true}";
    static final String TWO_ON_SPOT = "{\"instanceTypes\": [\"ml.a\", \"ml.b\"], \"spot\": true}";

    private Refusals() {}

    static Position position(String spec) {
        JsonNode tree = Json.tree(spec);
        Plan plan = Plan.draw(List.of(new PlannedStep("train", "training", List.of(), tree)));
        return Position.start(1, NOON.plus(Duration.ofDays(7)), plan);
    }

    static Climb first(String jobId) {
        var one = new Try(1, new Rung("ml.a", false), FailureClass.CAPACITY, "none left", NOON);
        return Climb.first(new ClimbKey(jobId, 1, "train"), position(TWO), new Cause("cause", "request"), one);
    }

    static Event error(String spec, int attempt, String type, boolean spot, FailureClass why) {
        var failure = new Failure(why, "CapacityError: none of " + type, "wait");
        var fact = new CapacityError("train", attempt, failure, type, List.of(type), spot);
        String id = EventIds.ofStep("job1", 1, "train", attempt, EventType.CAPACITY_ERROR);
        return new Standing(new Metadata(id, "job1", "released", "request", NOON, 1), position(spec), fact);
    }
}
