package io.trainyard.cli;

/**
 * One breach in a request.
 *
 * @param path the field, as a JSON pointer
 * @param rule what must hold
 * @param hint what to write instead
 */
public record Problem(String path, String rule, String hint) {}
