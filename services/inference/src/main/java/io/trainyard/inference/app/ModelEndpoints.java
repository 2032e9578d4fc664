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

        /**
         * The container answered with an error.
         *
         * @param message its own words, or that there were none
         */
        record Badly(int status, String message) implements Asked {
            public Badly {
                Objects.requireNonNull(message, "message");
            }
        }

        /** There is no such endpoint, or it does not serve. */
        record Gone() implements Asked {}

        /** Too much is asked just now, or the endpoint is not quite there: the same may be asked again in a second. */
        record Busy() implements Asked {}

        /** The question did not come to the container. Why is in the log, and nothing for whoever asked. */
        record Failed() implements Asked {}

        /** No answer in time. */
        record Silent() implements Asked {}
    }

    /** @param accept the media type that the caller wants; null for whatever the model answers */
    Asked ask(String endpoint, String contentType, @Nullable String accept, byte[] body);
}
