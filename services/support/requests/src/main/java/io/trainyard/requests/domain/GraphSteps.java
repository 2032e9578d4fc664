package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a graph that could be read, and what comes before what. */
final class GraphSteps {

    private record Read(Field at, String kind, List<String> after) {}

    private final Field list;
    private final Map<String, Read> steps = new LinkedHashMap<>();
    private boolean sound = true;

    GraphSteps(Field list) {
        this.list = list;
    }

    void add(Field at, String name, String kind, List<String> after) {
        if (steps.putIfAbsent(name, new Read(at, kind, List.copyOf(after))) != null) {
            at.at("step").refuse("must be a name of its own: there is another step " + name, "give it another name");
            sound = false;
        }
    }

    /** Refuses steps that wait for an unknown one, for themselves, or for one another. */
    void check() {
        steps.forEach((name, step) -> {
            for (int i = 0; i < step.after().size(); i++) {
                String before = step.after().get(i);
                if (!steps.containsKey(before)) {
                    step.at()
                            .at("after")
                            .refuse(
                                    "there is no step " + Spelling.shown(before),
                                    Spelling.hint(before, steps.keySet()));
                    sound = false;
                }
            }
        });
        if (sound && !steps.isEmpty()) {
            try {
                Plan.draw(steps.entrySet().stream().map(GraphSteps::planned).toList());
            } catch (IllegalArgumentException cycle) {
                list.refuse(String.valueOf(cycle.getMessage()), "let at least one of them wait for none of the others");
            }
        }
    }

    /** The nearest step of a kind that the given one comes after, over any number of others. */
    Optional<Field> before(Field step, String kind) {
        Deque<String> open = new ArrayDeque<>();
        step.at("after").items().forEach(item -> item.text().ifPresent(open::add));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            String name = open.poll();
            Read found = steps.get(name);
            if (found != null && seen.add(name)) {
                if (found.kind().equals(kind)) {
                    return Optional.of(found.at());
                }
                open.addAll(found.after());
            }
        }
        return Optional.empty();
    }

    private static PlannedStep planned(Map.Entry<String, Read> step) {
        return new PlannedStep(
                step.getKey(), step.getValue().kind(), step.getValue().after(), JsonNodeFactory.instance.objectNode());
    }
}
