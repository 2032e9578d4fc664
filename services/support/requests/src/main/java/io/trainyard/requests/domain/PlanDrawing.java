package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.request.StepRequest;
import io.trainyard.events.request.TrainingSpec;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a request without violations into a plan: every step with its spec whole, nothing left to a service's defaults. */
public final class PlanDrawing {

    private final Limits limits;

    public PlanDrawing(Limits limits) {
        this.limits = limits;
    }

    public Plan draw(JobRequest request) {
        return switch (request.mode()) {
            case TRAIN -> Plan.draw(train(request));
            case GRAPH -> Plan.draw(graph(request));
        };
    }

    private List<PlannedStep> train(JobRequest request) {
        TrainingSpec training = training(request.training(), request.image());
        return List.of(
                step("train", "training", List.of(), training),
                step("model", "model", List.of("train"), model(request.model(), training.image())),
                step("endpoint", "endpoint", List.of("model"), endpoint(request.endpoint())));
    }

    private List<PlannedStep> graph(JobRequest request) {
        return request.steps().stream().map(step -> graphStep(request, step)).toList();
    }

    private PlannedStep graphStep(JobRequest request, StepRequest step) {
        JsonNode spec = step.spec() == null ? JsonNodeFactory.instance.objectNode() : step.spec();
        return switch (step.kind()) {
            case "training" -> step(step, training(Json.convert(spec, TrainingSpec.class), request.image()));
            case "model" -> step(step, model(Json.convert(spec, ModelSpec.class), trainedWith(request, step)));
            case "endpoint" -> step(step, endpoint(Json.convert(spec, EndpointSpec.class)));
            default -> new PlannedStep(step.step(), step.kind(), step.after(), spec);
        };
    }

    /** The image of the training that a model step comes after: it serves what it trained. */
    private @Nullable String trainedWith(JobRequest request, StepRequest model) {
        Optional<StepRequest> before = request.steps().stream()
                .filter(step -> model.after().contains(step.step()))
                .findFirst();
        if (before.isEmpty()) {
            return request.image();
        }
        JsonNode spec = before.get().spec();
        boolean trains = before.get().kind().equals("training") && spec != null && spec.hasNonNull("image");
        return trains ? spec.get("image").textValue() : trainedWith(request, before.get());
    }

    private TrainingSpec training(@Nullable TrainingSpec asked, @Nullable String jobImage) {
        TrainingSpec given = asked == null
                ? new TrainingSpec(null, Map.of(), Map.of(), List.of(), null, null, null, null, null, null, Map.of())
                : asked;
        ImageLimits image = image(given.image() == null ? jobImage : given.image());
        Defaults defaults = limits.defaults();
        return new TrainingSpec(
                image.uri(),
                given.channels(),
                given.hyperparameters(),
                given.instanceTypes().isEmpty() ? defaults.trainingInstanceTypes() : given.instanceTypes(),
                given.instanceCount() == null ? Integer.valueOf(1) : given.instanceCount(),
                given.volumeGb() == null ? Integer.valueOf(defaults.volumeGb()) : given.volumeGb(),
                given.maxRuntimeSeconds() == null
                        ? Integer.valueOf(defaults.maxRuntimeSeconds())
                        : given.maxRuntimeSeconds(),
                given.spot(),
                given.maxWaitSeconds(),
                given.checkpointSeconds(),
                given.metrics().isEmpty() ? image.metrics() : given.metrics());
    }

    private ModelSpec model(@Nullable ModelSpec asked, @Nullable String trainedWith) {
        ModelSpec given = asked == null ? new ModelSpec(null, null, null) : asked;
        String image =
                image(given.image() == null ? trainedWith : given.image()).uri();
        return new ModelSpec(image, given.artifact(), given.gate());
    }

    private EndpointSpec endpoint(@Nullable EndpointSpec asked) {
        EndpointSpec given = asked == null ? new EndpointSpec(List.of(), null, null) : asked;
        return new EndpointSpec(
                given.instanceTypes().isEmpty() ? limits.defaults().hostingInstanceTypes() : given.instanceTypes(),
                given.instanceCount() == null ? Integer.valueOf(1) : given.instanceCount(),
                given.golden());
    }

    private ImageLimits image(@Nullable String asked) {
        String name = asked == null ? limits.defaults().image() : asked;
        return limits.image(name)
                .orElseThrow(() -> new IllegalArgumentException("image " + name + " was to be refused before"));
    }

    private static PlannedStep step(StepRequest asked, Object spec) {
        return step(asked.step(), asked.kind(), asked.after(), spec);
    }

    private static PlannedStep step(String name, String kind, List<String> after, Object spec) {
        return new PlannedStep(name, kind, after, Json.tree(spec));
    }
}
