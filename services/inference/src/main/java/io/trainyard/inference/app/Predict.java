package io.trainyard.inference.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.inference.app.ModelEndpoints.Asked;
import io.trainyard.inference.domain.Prediction;
import io.trainyard.inference.domain.Prediction.Answered;
import io.trainyard.inference.domain.Prediction.Refused;
import io.trainyard.inference.domain.RangeRequest;
import io.trainyard.inference.domain.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a model for predictions, and says in one sentence what is wrong where it cannot. */
public final class Predict {

    /** The largest body that is taken; SageMaker takes 6 MB, the API less. */
    public static final int MOST_BYTES = RangeRequest.MOST_BYTES;

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final Set<Integer> CALLERS_OWN = Set.of(400, 413, 415);
    private static final String VERSION = "model-version=";

    private final FindModel models;
    private final ModelEndpoints endpoints;

    public Predict(FindModel models, ModelEndpoints endpoints) {
        this.models = models;
        this.endpoints = endpoints;
    }

    /**
     * Asks for predictions.
     *
     * @param model a job's id or name, or an endpoint's name
     * @param contentType of the body
     * @param accept what the caller wants back; anything but CSV and JSON leaves the choice to the model
     */
    public Prediction predict(String model, @Nullable String contentType, @Nullable String accept, byte[] body) {
        String type = bare(contentType);
        if (!type.equals(CSV) && !type.equals(JSON)) {
            String sent = type.isEmpty() ? "nothing" : type;
            return new Refused(415, "send text/csv or application/json as Content-Type, not " + sent);
        }
        if (body.length == 0) {
            return new Refused(400, "the body is empty: send one row of features per line, or JSON");
        }
        if (body.length > MOST_BYTES) {
            return new Refused(
                    413, "the body has " + body.length + " bytes, at most " + MOST_BYTES + ": send fewer rows");
        }
        try {
            Optional<RangeRequest> range = type.equals(JSON) ? RangeRequest.of(body) : Optional.empty();
            return range.isPresent() ? points(model, range.get()) : ask(model, type, wanted(accept), body);
        } catch (IllegalArgumentException e) {
            return new Refused(400, String.valueOf(e.getMessage()));
        }
    }

    private Prediction points(String model, RangeRequest range) {
        Prediction answer = ask(model, CSV, JSON, range.csv().getBytes(StandardCharsets.UTF_8));
        if (!(answer instanceof Answered answered)) {
            return answer;
        }
        Optional<JsonNode> predictions = predictions(answered);
        if (predictions.isEmpty() || predictions.get().size() != range.points().size()) {
            return new Refused(502, "the model did not answer with one prediction per point");
        }
        var body = JsonNodeFactory.instance.objectNode();
        var axis = body.putArray("x_axis");
        range.points().forEach(axis::add);
        body.set("predictions", predictions.get());
        return new Answered(JSON, Json.write(body).getBytes(StandardCharsets.UTF_8), answered.modelVersion());
    }

    /** A list, under {@code predictions} or by itself. */
    private static Optional<JsonNode> predictions(Answered answered) {
        try {
            JsonNode tree = Json.tree(new String(answered.body(), StandardCharsets.UTF_8));
            JsonNode list = tree.isArray() ? tree : tree.path("predictions");
            return list.isArray() ? Optional.of(list) : Optional.empty();
        } catch (UnreadableEvent notJson) {
            return Optional.empty();
        }
    }

    private Prediction ask(String model, String type, @Nullable String accept, byte[] body) {
        Target target = models.find(model);
        if (target instanceof Target.Ready ready) {
            Asked asked = endpoints.ask(ready.slot().endpoint(), type, accept, body);
            if (!(asked instanceof Asked.Gone)) {
                return answer(asked);
            }
            // It may have been replaced a moment ago: once more, with what is known now.
            target = models.findNow(model);
            if (target instanceof Target.Ready now) {
                return answer(endpoints.ask(now.slot().endpoint(), type, accept, body));
            }
        }
        return refused(target);
    }

    private static Prediction refused(Target target) {
        return switch (target) {
            case Target.Unknown unknown -> new Refused(404, unknown.sentence());
            case Target.NotServing not -> new Refused(409, not.sentence());
            case Target.Ready ready -> new Refused(409, gone());
        };
    }

    private static Prediction answer(Asked asked) {
        return switch (asked) {
            case Asked.Well well -> new Answered(well.contentType(), well.body(), version(well.attributes()));
            case Asked.Badly badly ->
                new Refused(CALLERS_OWN.contains(badly.status()) ? badly.status() : 502, sentence(badly.message()));
            case Asked.Gone gone -> new Refused(409, gone());
            case Asked.Busy busy -> new Refused(503, "too much is asked of the model just now; try again in a second");
            case Asked.Failed failed ->
                new Refused(502, "the model could not be asked; who runs it finds the reason in the log");
            case Asked.Silent silent -> new Refused(504, "the model did not answer within 25 s: send fewer rows");
        };
    }

    private static String gone() {
        return "the model's endpoint is gone; try again, or submit the job again";
    }

    /** The container's own sentence, out of the JSON around it. */
    private static String sentence(String message) {
        try {
            JsonNode tree = Json.tree(message);
            for (String field : new String[] {"message", "error"}) {
                if (tree.path(field).isTextual()) {
                    return tree.path(field).textValue();
                }
            }
            return message;
        } catch (UnreadableEvent notJson) {
            return message;
        }
    }

    private static @Nullable String version(@Nullable String attributes) {
        return attributes == null
                ? null
                : Arrays.stream(attributes.split("[,;]"))
                        .map(String::strip)
                        .filter(attribute -> attribute.startsWith(VERSION))
                        .map(attribute -> attribute.substring(VERSION.length()))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String wanted(@Nullable String accept) {
        String type = bare(accept);
        return type.equals(CSV) || type.equals(JSON) ? type : null;
    }

    private static String bare(@Nullable String mediaType) {
        return mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
