package io.trainyard.wiring;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of {@code hears}: a bus and an EventBridge pattern.
 *
 * @param pattern as written, with {@code ${prefix}} still in it and without what {@link Patterns} adds; not to be changed
 */
public record Rule(Bus bus, ObjectNode pattern) {}
