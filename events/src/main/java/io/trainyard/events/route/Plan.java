package io.trainyard.events.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Every step of a job, in an order in which each comes after those it waits for. Has no cycle, no edge that another path
 * implies, and exactly one sink. Drawn once per run.
 */
public final class Plan {

    private final Map<String, PlannedStep> steps;

    private Plan(Map<String, PlannedStep> steps) {
        this.steps = steps;
    }

    /**
     * Reads a plan back that was drawn before.
     *
     * @throws IllegalArgumentException where it breaks what {@link #draw} promises
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Plan of(List<PlannedStep> steps) {
        Map<String, PlannedStep> ordered = ordered(notEmpty(steps));
        List<String> sinks = sinks(steps);
        if (sinks.size() > 1) {
            throw new IllegalArgumentException("a plan has one last step, this one has " + sinks);
        }
        return new Plan(ordered);
    }

    /**
     * Draws a plan from what was asked: removes edges that another path implies, and adds a step of kind {@code end} after
     * all sinks where there are several.
     *
     * @throws IllegalArgumentException for an empty plan, a step named twice, one that waits for an unknown step, or a cycle
     */
    public static Plan draw(List<PlannedStep> asked) {
        Map<String, PlannedStep> ordered = ordered(notEmpty(asked));
        var reduced = new ArrayList<PlannedStep>();
        ordered.values().forEach(step -> reduced.add(step.after(direct(step, ordered))));
        List<String> sinks = sinks(reduced);
        if (sinks.size() > 1) {
            reduced.add(new PlannedStep(
                    freeName(ordered.keySet()), PlannedStep.END, sinks, JsonNodeFactory.instance.objectNode()));
        }
        return new Plan(ordered(reduced));
    }

    @JsonValue
    public List<PlannedStep> steps() {
        return List.copyOf(steps.values());
    }

    public Optional<PlannedStep> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** The steps that wait for this one. */
    public List<PlannedStep> successors(String name) {
        return steps.values().stream()
                .filter(step -> step.after().contains(name))
                .toList();
    }

    /** The steps that wait for nothing. */
    public List<PlannedStep> roots() {
        return steps.values().stream().filter(step -> step.after().isEmpty()).toList();
    }

    /** The one step that nothing waits for. */
    public String sink() {
        return sinks(steps.values()).getFirst();
    }

    /** Whether some step waits for more than one other. */
    public boolean joins() {
        return steps.values().stream().anyMatch(step -> step.after().size() > 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan plan && plan.steps().equals(steps());
    }

    @Override
    public int hashCode() {
        return steps().hashCode();
    }

    @Override
    public String toString() {
        return steps().toString();
    }

    private static List<PlannedStep> notEmpty(List<PlannedStep> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one step");
        }
        steps.forEach(step -> Objects.requireNonNull(step, "each step of the plan"));
        return steps;
    }

    private static Map<String, PlannedStep> ordered(List<PlannedStep> asked) {
        var waiting = new ArrayList<>(asked);
        var names = new HashSet<String>();
        asked.forEach(step -> {
            if (!names.add(step.step())) {
                throw new IllegalArgumentException("step " + step.step() + " is there twice");
            }
        });
        var ordered = new LinkedHashMap<String, PlannedStep>();
        while (!waiting.isEmpty()) {
            Optional<PlannedStep> ready = waiting.stream()
                    .filter(step -> ordered.keySet().containsAll(step.after()))
                    .findFirst();
            PlannedStep step = ready.orElseThrow(() -> stuck(waiting, names));
            waiting.remove(step);
            ordered.put(step.step(), step);
        }
        return ordered;
    }

    private static IllegalArgumentException stuck(List<PlannedStep> waiting, Set<String> names) {
        for (PlannedStep step : waiting) {
            for (String predecessor : step.after()) {
                if (!names.contains(predecessor)) {
                    return new IllegalArgumentException(
                            "step " + step.step() + " is after " + predecessor + ", which is not in the plan");
                }
            }
        }
        return new IllegalArgumentException("the steps wait for each other: "
                + waiting.stream().map(PlannedStep::step).toList());
    }

    /** The predecessors that no other predecessor already comes after. */
    private static List<String> direct(PlannedStep step, Map<String, PlannedStep> steps) {
        var implied = new HashSet<String>();
        step.after().forEach(predecessor -> implied.addAll(ancestors(predecessor, steps)));
        return step.after().stream()
                .distinct()
                .filter(predecessor -> !implied.contains(predecessor))
                .toList();
    }

    private static Set<String> ancestors(String name, Map<String, PlannedStep> steps) {
        var found = new HashSet<String>();
        Deque<String> open = new ArrayDeque<>(steps.get(name).after());
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(steps.get(next).after());
            }
        }
        return found;
    }

    private static List<String> sinks(Collection<PlannedStep> steps) {
        var waitedFor = new HashSet<String>();
        steps.forEach(step -> waitedFor.addAll(step.after()));
        return steps.stream()
                .map(PlannedStep::step)
                .filter(step -> !waitedFor.contains(step))
                .toList();
    }

    private static String freeName(Set<String> taken) {
        String name = PlannedStep.END;
        for (int i = 2; taken.contains(name); i++) {
            name = PlannedStep.END + "-" + i;
        }
        return name;
    }
}
