package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer is known: the proof that an endpoint serves.
 *
 * @param contentType of the body, such as {@code text/csv}
 * @param body what is sent, at most a few rows
 * @param expected what has to come back, numbers within a thousandth; null where any answer proves enough
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Golden(
        String contentType, String body, @Nullable JsonNode expected) {

    public Golden {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        expected = expected == null || expected.isNull() ? null : expected;
    }
}
