package io.trainyard.inference.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Endpoints that answer. Errors that are nobody's answer are exceptions. */
public interface ModelEndpoints {

    /** What came of asking an endpoint. */
    sealed interface Asked {

        /** @param attributes the header of the container's own that is passed on; null for none */
        record Well(
                String contentType, byte[] body, @Nullable String attributes) implements Asked {
            public Well {
                Objects.requireNonNull(contentType, "contentType");
                Objects.requireNonNull(body, "body");
            }
        }

        /** The container, or SageMaker on its behalf, answered with an error. */
        record Badly(int status, String message) implements Asked {
            public Badly {
                Objects.requireNonNull(message, "message");
            }
        }

        /** There is no such endpoint, or it does not serve. */
        record Gone() implements Asked {}

        /** No answer in time. */
        record Silent() implements Asked {}
    }

    /** @param accept the media type that the caller wants; null for whatever the model answers */
    Asked ask(String endpoint, String contentType, @Nullable String accept, byte[] body);
}
