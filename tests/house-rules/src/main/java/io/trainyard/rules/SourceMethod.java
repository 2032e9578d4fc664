package io.trainyard.rules;

/**
 * A method or constructor as written.
 *
 * @param name {@code Type.method}; of a constructor {@code Type.Type}
 * @param line where it starts, annotations included
 * @param lines from there to its closing brace
 * @param parameters how many it takes
 * @param classConstructor whether it is a constructor of a class: a record's is its wire shape, not a list of needs
 */
public record SourceMethod(String name, long line, long lines, int parameters, boolean classConstructor) {}
