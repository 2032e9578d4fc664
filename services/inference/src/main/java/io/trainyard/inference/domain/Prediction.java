package io.trainyard.inference.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller gets for a prediction request. */
public sealed interface Prediction {

    /**
     * The model's answer.
     *
     * @param modelVersion which model answered; null where its container did not say
     */
    record Answered(
            String contentType, byte[] body, @Nullable String modelVersion) implements Prediction {
        public Answered {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(body, "body");
        }
    }

    /**
     * No answer, and why.
     *
     * @param status of HTTP
     * @param message one sentence that helps
     */
    record Refused(int status, String message) implements Prediction {
        public Refused {
            Objects.requireNonNull(message, "message");
        }
    }
}
