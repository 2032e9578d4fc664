package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a whole request and gathers every violation that can be seen without asking anybody. */
public final class RequestReader {

    /** SageMaker's own rule for names, which says how many hyphens there may be only by the length. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_KEY = 512;
    private static final int LONGEST_RUN_SECONDS = 30 * 24 * 3600;

    private final Limits limits;
    private final TrainingReader training;
    private final ServingReader serving;

    public RequestReader(Limits limits) {
        this.limits = limits;
        this.training = new TrainingReader(limits);
        this.serving = new ServingReader(limits);
    }

    /** The violations of the data of a {@code job-requested}, and the S3 locations that it names. */
    public Findings read(JsonNode data) {
        var findings = new Findings();
        Field request = Field.root(data, findings);
        if (request.at("route").present()) {
            request.at("route").refuse("a request brings no route of its own", "remove route; it is drawn here");
        }
        if (request.object(
                "idempotencyKey",
                "name",
                "mode",
                "deadlineSeconds",
                "image",
                "training",
                "model",
                "endpoint",
                "steps",
                "route")) {
            labels(request);
            mode(request);
        }
        return findings;
    }

    private void labels(Field request) {
        request.at("idempotencyKey")
                .text()
                .filter(key -> key.length() > LONGEST_KEY)
                .ifPresent(key -> request.at("idempotencyKey")
                        .refuse("must have at most " + LONGEST_KEY + " characters", "send a hash of it"));
        Field name = request.required("name", "\"my-model\"");
        name.text()
                .filter(text ->
                        text.length() > LONGEST_NAME || !NAME.matcher(text).matches())
                .ifPresent(text -> name.refuse(
                        "must be 1 to 63 letters, digits and inner hyphens, as SageMaker names its resources",
                        "write \"" + named(text) + "\""));
        request.at("deadlineSeconds")
                .whole(
                        60,
                        LONGEST_RUN_SECONDS,
                        "for example " + limits.defaults().deadlineSeconds());
        ImageReader.read(request.at("image"), limits);
    }

    private void mode(Field request) {
        Field mode = request.required("mode", "\"train\"");
        Optional<String> word = mode.text();
        if (word.isEmpty()) {
            return;
        }
        switch (word.get()) {
            case "train" -> train(request);
            case "graph" -> new GraphReader(limits, training, serving).read(request);
            default ->
                mode.refuse(
                        "must be train or graph, not " + Spelling.shown(word.get()),
                        "write \"train\" for training, model and endpoint in a row");
        }
    }

    private void train(Field request) {
        if (request.at("steps").present()) {
            request.at("steps").refuse("belongs to mode graph", "remove it, or write \"mode\": \"graph\"");
        }
        Optional<String> image = request.at("image").text();
        Field asked =
                request.required("training", "{\"channels\": {\"train\": \"s3://...\"}, \"hyperparameters\": {}}");
        if (asked.present()) {
            training.read(asked, image);
        }
        Field model = request.at("model");
        if (model.at("artifact").present()) {
            model.at("artifact")
                    .refuse(
                            "mode train registers what its own training made",
                            "remove it, or use mode graph with a model step that has no training before it");
        }
        serving.model(model, training.metrics(asked, image));
        serving.endpoint(request.at("endpoint"));
    }

    /** A name made of this one that would pass. */
    private static String named(String text) {
        String cut = text.substring(0, Math.min(LONGEST_NAME, text.length())).replaceAll("[^a-zA-Z0-9-]+", "-");
        String trimmed = cut.replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
        return trimmed.isEmpty() ? "my-model" : trimmed;
    }
}
