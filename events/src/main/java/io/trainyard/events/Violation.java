package io.trainyard.events;

import java.util.Objects;

/**
 * One reason why a request was refused.
 *
 * @param path where in the request, as a JSON pointer such as {@code /training/instanceTypes/0}
 * @param rule what must hold
 * @param hint what to write instead
 */
public record Violation(String path, String rule, String hint) {

    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(hint, "hint");
    }
}
