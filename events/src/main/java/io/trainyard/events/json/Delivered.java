package io.trainyard.events.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * An event as EventBridge delivers it to a queue.
 *
 * @param id drawn by EventBridge for this PutEvents entry; the same in every copy of one delivery
 * @param account of whoever put it, written by EventBridge
 * @param source as EventBridge let it pass
 * @param detail the body, of any shape
 */
public record Delivered(
        String id,
        String account,
        String source,
        @JsonProperty("detail-type") String detailType,
        Instant time,
        JsonNode detail) {

    public Delivered {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(detailType, "detail-type");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(detail, "detail");
    }
}
