package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.SpecChange;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The plan of a resumed run. A step whose spec is what it was, after steps that left what they left, is not done again: its service
 * finds the older run's outcome. So a changed spec is enough for a step to run again, and a mark in the spec where nothing else changes.
 */
public final class ResumedPlan {

    /** The mark: the run for which the step is done again. */
    private static final String AGAIN = "again";

    private ResumedPlan() {}

    /** The failed run's plan with the values that the resume sets; steps that it does not know are ignored. */
    public static Plan changed(Plan failed, JobResumeRequested resume) {
        return Plan.of(failed.steps().stream()
                .map(step -> changed(step, resume.changes()))
                .toList());
    }

    /** The plan with the step that the resume begins with, and everything after it, marked to be done again. */
    public static Plan marked(Plan changed, JobResumeRequested resume) {
        Set<String> again = new HashSet<>();
        if (resume.from() != null) {
            collect(changed, resume.from(), again);
        }
        return Plan.of(changed.steps().stream()
                .map(step -> again.contains(step.step()) ? marked(step, resume.run() + 1) : step)
                .toList());
    }

    /** The plan as a request, for examining it as one. */
    public static ObjectNode asRequest(Plan plan, String name) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("name", name).put("mode", "graph").put("idempotencyKey", "resume");
        request.set("steps", Json.tree(plan.steps()));
        return request;
    }

    private static PlannedStep changed(PlannedStep step, List<SpecChange> changes) {
        ObjectNode spec = step.spec().deepCopy();
        changes.stream().filter(change -> change.step().equals(step.step())).forEach(change -> set(spec, change));
        return new PlannedStep(step.step(), step.kind(), step.after(), spec);
    }

    private static void set(ObjectNode spec, SpecChange change) {
        String[] names = change.path().split("\\.");
        ObjectNode at = spec;
        for (int i = 0; i < names.length - 1; i++) {
            at = at.path(names[i]) instanceof ObjectNode inner ? inner : at.putObject(names[i]);
        }
        String last = names[names.length - 1];
        at.set(last, like(at.path(last), change.value()));
    }

    /** What was text stays text: hyperparameters look like numbers and are none. */
    private static JsonNode like(JsonNode before, JsonNode value) {
        return before.isTextual() && value.isValueNode() ? TextNode.valueOf(value.asText()) : value;
    }

    private static PlannedStep marked(PlannedStep step, int run) {
        ObjectNode spec = step.spec().deepCopy();
        return new PlannedStep(step.step(), step.kind(), step.after(), spec.put(AGAIN, run));
    }

    private static void collect(Plan plan, String step, Set<String> into) {
        if (into.add(step)) {
            plan.successors(step).forEach(next -> collect(plan, next.step(), into));
        }
    }
}
