package io.trainyard.local.door;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request as the service's model sees it, whatever protocol carried it.
 *
 * @param operation {@code PutEvents}
 * @param input the members of the operation's input
 */
record ServiceCall(String operation, JsonNode input) {}
