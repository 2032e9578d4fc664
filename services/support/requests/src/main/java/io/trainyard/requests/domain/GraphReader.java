package io.trainyard.requests.domain;

import io.trainyard.events.ResourceName;
import io.trainyard.events.route.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a graph: each by its kind, and how they hang together. */
final class GraphReader {

    static final String PROBE = "probe";

    /** A finished step adds up to 2 KB to every later event, and an event has at most 256 KB. */
    private static final int MOST = 128;

    private final Limits limits;
    private final TrainingReader training;
    private final ServingReader serving;

    GraphReader(Limits limits, TrainingReader training, ServingReader serving) {
        this.limits = limits;
        this.training = training;
        this.serving = serving;
    }

    void read(Field request) {
        for (String only : List.of("training", "model", "endpoint")) {
            if (request.at(only).present()) {
                request.at(only).refuse("belongs to mode train", "make it a step of kind " + only);
            }
        }
        List<Field> steps = request.required("steps", "[{\"step\": \"train\", \"kind\": \"training\", \"spec\": {}}]")
                .items();
        if (steps.isEmpty() && request.at("steps").present()) {
            request.at("steps").refuse("must have at least one step", "list the steps of the job");
        }
        if (steps.size() > MOST) {
            request.at("steps")
                    .refuse(
                            "must have at most " + MOST + " steps, not " + steps.size(),
                            "put fewer steps in a row, or send several jobs");
            return;
        }
        var read = new GraphSteps(request.at("steps"));
        Optional<String> image = request.at("image").text();
        steps.forEach(step -> step(step, read));
        read.check();
        steps.forEach(step -> spec(step, read, image));
    }

    private void step(Field step, GraphSteps read) {
        if (!step.present() || !step.object("step", "kind", "after", "spec")) {
            return;
        }
        Field name = step.required("step", "\"train\"");
        Optional<String> called = name.text();
        called.filter(text -> !ResourceName.isStep(text))
                .ifPresent(text -> name.refuse(
                        "must be 1 to 16 small letters, digits and inner single hyphens, a letter first",
                        "for example \"train\""));
        Field kind = step.required("kind", "\"training\"");
        Optional<String> known = kind.text().filter(word -> known(kind, word));
        var after = new ArrayList<String>();
        step.at("after").items().forEach(item -> item.text().ifPresent(after::add));
        if (called.isPresent() && ResourceName.isStep(called.get())) {
            read.add(step, called.get(), known.orElse(""), after);
        }
    }

    private boolean known(Field kind, String word) {
        if (word.equals(PROBE)) {
            if (!limits.probe()) {
                kind.refuse("this deployment takes no probe steps", "leave them to benchmarks and smoke tests");
            }
            return limits.probe();
        }
        if (!limits.kinds().contains(word) || word.equals(PlannedStep.END)) {
            kind.refuse(
                    "must be a kind of step that exists here, not " + Spelling.shown(word),
                    Spelling.hint(word, limits.kinds()));
            return false;
        }
        return true;
    }

    private void spec(Field step, GraphSteps read, Optional<String> image) {
        Field spec = step.at("spec");
        switch (step.at("kind").present() ? step.at("kind").text().orElse("") : "") {
            case "training" -> {
                Field asked = step.required("spec", "{\"channels\": {\"train\": \"s3://bucket/train/\"}}");
                if (asked.present()) {
                    training.read(asked, image);
                }
            }
            case "model" -> {
                Optional<Field> trained = read.before(step, "training");
                serving.model(
                        spec,
                        trained.map(before -> training.metrics(before.at("spec"), image))
                                .orElse(Set.of()));
                if (trained.isEmpty() && !spec.at("artifact").present()) {
                    spec.at("artifact")
                            .refuse(
                                    "is required where no training comes before",
                                    "write \"artifact\": \"s3://.../model.tar.gz\"");
                }
            }
            case "endpoint" -> {
                serving.endpoint(spec);
                if (read.before(step, "model").isEmpty()) {
                    step.at("after").refuse("an endpoint serves the model of a step before it", "name a model step");
                }
            }
            default -> {
                if (spec.present()) {
                    spec.isObject();
                }
            }
        }
    }
}
