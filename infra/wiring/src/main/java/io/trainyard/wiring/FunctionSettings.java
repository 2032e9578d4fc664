package io.trainyard.wiring;

/** Memory in megabytes and timeout in seconds of a service's function. */
public record FunctionSettings(int memory, int timeout) {}
