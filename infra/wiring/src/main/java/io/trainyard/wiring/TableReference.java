package io.trainyard.wiring;

/** Another service's table, named {@code <service>.<state>} in the file. */
public record TableReference(String service, String state) {}
