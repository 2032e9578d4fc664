package io.trainyard.endpoints.domain;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.request.Golden;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an endpoint's answer to its golden request proves that it serves the right model. */
public final class Proof {

    private static final int SHOWN = 300;

    /**
     * What an endpoint answered.
     *
     * @param status of the container: 200 where it answered well
     * @param attributes the one header of a container's own that SageMaker passes on, such as {@code model-version=...}; null for none
     * @param body as text
     */
    public record Reply(int status, @Nullable String attributes, String body) {

        private static final String VERSION = "model-version=";

        public Reply {
            Objects.requireNonNull(body, "body");
        }

        public boolean well() {
            return status >= 200 && status < 300;
        }

        /** The model version that the container names. */
        public Optional<String> modelVersion() {
            return attributes == null
                    ? Optional.empty()
                    : Arrays.stream(attributes.split("[,;]"))
                            .map(String::strip)
                            .filter(attribute -> attribute.startsWith(VERSION))
                            .map(attribute -> attribute.substring(VERSION.length()))
                            .findFirst();
        }
    }

    private Proof() {}

    /** Empty where the answer proves it; otherwise what is wrong. */
    public static Optional<Failure> flaw(Golden golden, String model, Reply reply) {
        if (!reply.well()) {
            return Optional.of(caller(
                    "the new endpoint answered its golden request with " + reply.status() + ": " + shown(reply.body()),
                    "look into the endpoint's log, and check that the golden request fits the model"));
        }
        Optional<String> version = reply.modelVersion();
        if (version.isEmpty()) {
            return Optional.of(caller(
                    "the new endpoint did not name the model version that it serves",
                    "let the container answer with the header X-Amzn-SageMaker-Custom-Attributes: model-version=<value of"
                            + " TRAINYARD_MODEL_VERSION>"));
        }
        if (!version.get().equals(model)) {
            return Optional.of(caller(
                    "the new endpoint serves model version " + shown(version.get()) + ", expected " + model,
                    "let the container name the model version that it was given in TRAINYARD_MODEL_VERSION"));
        }
        if (golden.expected() != null && !Answers.agree(golden.expected(), reply.body())) {
            return Optional.of(caller(
                    "the new endpoint answered its golden request with " + shown(reply.body()) + ", expected "
                            + shown(golden.expected().toString()) + " within a thousandth",
                    "check that training and serving prepare their input alike"));
        }
        return Optional.empty();
    }

    /** There is nothing to ask the endpoint. */
    public static Failure nothingToAsk(String why) {
        return caller(
                "there is no golden request to prove the endpoint with: " + why,
                "give the endpoint step a golden request, or let the trainer keep a golden.json with contentType, body and"
                        + " expected in its artifact");
    }

    private static Failure caller(String cause, String nextAction) {
        return new Failure(FailureClass.CALLER, cause, nextAction);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
