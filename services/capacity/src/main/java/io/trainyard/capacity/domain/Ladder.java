package io.trainyard.capacity.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.route.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The rungs of a step, in the order in which they are tried: every type on spot, where the step wants spot, then every type
 * on-demand. Read from the fields that every kind of step spells alike.
 */
public record Ladder(List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    public static Ladder of(PlannedStep step) {
        JsonNode types = step.spec().path("instanceTypes");
        List<String> names = StreamSupport.stream(types.spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .toList();
        var rungs = new ArrayList<Rung>();
        if (step.spec().path("spot").asBoolean()) {
            names.forEach(name -> rungs.add(new Rung(name, true)));
        }
        names.forEach(name -> rungs.add(new Rung(name, false)));
        return new Ladder(rungs);
    }
}
