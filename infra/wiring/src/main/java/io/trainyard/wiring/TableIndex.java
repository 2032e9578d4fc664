package io.trainyard.wiring;

import java.util.Optional;

/** A global secondary index that holds whole items; its key attributes are strings. */
public record TableIndex(String name, String partition, Optional<String> sort) {}
