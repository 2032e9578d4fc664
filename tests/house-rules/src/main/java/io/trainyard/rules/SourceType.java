package io.trainyard.rules;

/**
 * A class, interface, record or enum as written.
 *
 * @param name its simple name
 * @param line where it starts
 * @param topLevel whether it lies directly in its file
 * @param visible whether it and all types around it say {@code public}
 * @param documented whether a Javadoc comment stands before it
 */
public record SourceType(String name, long line, boolean topLevel, boolean visible, boolean documented) {}
