package io.trainyard.requests.domain;

import io.trainyard.events.S3Location;
import io.trainyard.events.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reading a request brought up: every violation in the order of the document, and every S3 location by its place. */
public final class Findings {

    /** Reading a value twice finds the same twice. */
    private final Set<Violation> violations = new LinkedHashSet<>();

    private final Map<String, S3Location> locations = new LinkedHashMap<>();

    /** Adds one reason to refuse the request. */
    public void refuse(String path, String rule, String hint) {
        violations.add(new Violation(path, rule, hint));
    }

    void locate(String path, S3Location location) {
        locations.put(path, location);
    }

    public boolean clean() {
        return violations.isEmpty();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Well-formed S3 locations, which may or may not hold anything, by JSON pointer. */
    public Map<String, S3Location> locations() {
        return Collections.unmodifiableMap(locations);
    }
}
