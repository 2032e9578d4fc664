package io.trainyard.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventType;
import java.util.Optional;

/** Why the codec does not read a detail; empty where it does. */
public final class Refusal {

    private Refusal() {}

    public static Optional<String> of(EventType type, JsonNode detail) {
        try {
            EventCodec.read(type.eventName(), detail);
            return Optional.empty();
        } catch (UnreadableEvent refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
