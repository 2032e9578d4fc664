package io.trainyard.local.apimodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One shape of an API model, other shapes by name. */
public sealed interface Shape {

    /**
     * The smallest and largest length of a text, list or map, or value of a number.
     *
     * @param min empty where there is no lower bound
     * @param max empty where there is no upper bound
     */
    record Bounds(Optional<Double> min, Optional<Double> max) {}

    /** @param members shape names by member name, in the model's order */
    record Structure(Set<String> required, Map<String, String> members) implements Shape {}

    /** @param element the shape's name */
    record Sequence(Bounds size, String element) implements Shape {}

    /** @param key the shape's name; so is the value */
    record Dictionary(Bounds size, String key, String value) implements Shape {}

    /** @param values those that are allowed; empty where any is */
    record Text(Bounds length, Optional<Pattern> pattern, List<String> values) implements Shape {}

    /** @param whole whether fractions are refused */
    record Numeric(Bounds value, boolean whole) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** Seconds since 1970 in JSON. */
    record Time() implements Shape {}

    /** Base64 in JSON. */
    record Bytes(Bounds size) implements Shape {}
}
