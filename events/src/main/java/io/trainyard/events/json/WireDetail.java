package io.trainyard.events.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Metadata;
import org.jspecify.annotations.Nullable;

/** The detail of an event: {@code {metadata, route, data}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireDetail(Metadata metadata, @Nullable WireRoute route, JsonNode data) {}
