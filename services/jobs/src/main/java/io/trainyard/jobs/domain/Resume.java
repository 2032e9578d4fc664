package io.trainyard.jobs.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.SpecChange;
import io.trainyard.events.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a job is resumed: {@code {"from": "model", "set": {"train.hyperparameters.epochs": "5"}}}, both of them optional.
 *
 * @param from the step to begin again with, done or not; empty for what is not done only
 * @param set what the next run's specs say instead
 */
public record Resume(Optional<String> from, List<SpecChange> set) {

    /** Nothing is changed and nothing done again. */
    public static final Resume PLAIN = new Resume(Optional.empty(), List.of());

    private static final String STEP_AND_PATH = "[a-z0-9-]+(\\.[A-Za-z0-9_-]+)+";

    public Resume {
        set = List.copyOf(set);
    }

    /** What is wrong with a body, in a sentence; empty where it can be read. */
    public static Optional<String> fault(JsonNode body) {
        if (!body.isObject()) {
            return Optional.of("the body must be an object like {\"from\": STEP, \"set\": {\"STEP.path\": value}}");
        }
        var names = new ArrayList<String>();
        body.path("set").fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !name.matches(STEP_AND_PATH))
                .findFirst()
                .map(name -> "set names a step and a path in its spec, like train.hyperparameters.epochs, not " + name);
    }

    /** Reads a body without fault. */
    public static Resume of(JsonNode body) {
        var changes = new ArrayList<SpecChange>();
        body.path("set").properties().forEach(field -> {
            String[] parts = field.getKey().split("\\.", 2);
            changes.add(new SpecChange(parts[0], parts[1], field.getValue()));
        });
        JsonNode from = body.path("from");
        return new Resume(from.isTextual() ? Optional.of(from.textValue()) : Optional.empty(), changes);
    }

    /** The steps it names that the job's record does not have. */
    public List<String> unknownSteps(JsonNode record) {
        List<String> known = new ArrayList<>();
        record.path("steps").forEach(step -> known.add(step.path("step").asText()));
        return Stream.concat(from.stream(), set.stream().map(SpecChange::step))
                .distinct()
                .filter(step -> !known.contains(step))
                .toList();
    }

    public JobResumeRequested fact(int run, String caller) {
        return new JobResumeRequested(run, caller, from.orElse(null), set.isEmpty() ? null : set);
    }

    /** One id for one way to resume a run, however often it is asked. */
    public String eventId(String jobId, int run) {
        String how = equals(PLAIN) ? "" : EventIds.digest(from.orElse(""), Json.write(set));
        return EventIds.ofStep(jobId, run, how, 0, EventType.JOB_RESUME_REQUESTED);
    }
}
