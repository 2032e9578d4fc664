package io.trainyard.requests.domain;

import io.trainyard.events.S3Location;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reading a request brought up: every violation in the order of the document, and every S3 location by its place. */
public final class Findings {

    /** More at once helps nobody. */
    private static final int MOST = 100;

    /** In bytes: a refusal has to fit into one event, beside what else is in it. */
    private static final int LARGEST = 64 * 1024;

    /** Reading a value twice finds the same twice. */
    private final Set<Violation> violations = new LinkedHashSet<>();

    private final Map<String, S3Location> locations = new LinkedHashMap<>();

    /** Adds one reason to refuse the request. */
    public void refuse(String path, String rule, String hint) {
        refuse(new Violation(path, rule, hint));
    }

    /** The same with a reason that somebody else found. */
    public void refuse(Violation violation) {
        violations.add(violation);
    }

    void locate(String path, S3Location location) {
        locations.put(path, location);
    }

    public boolean clean() {
        return violations.isEmpty();
    }

    /** Every violation, or the first hundred and how many more there are; fewer where they are long. */
    public List<Violation> violations() {
        var told = new ArrayList<Violation>();
        int size = 0;
        for (Violation violation : violations) {
            size += Json.write(violation).getBytes(StandardCharsets.UTF_8).length;
            if (told.size() == MOST || size > LARGEST && !told.isEmpty()) {
                int more = violations.size() - told.size();
                told.add(new Violation("", "there are " + more + " faults more", "mend these first"));
                break;
            }
            told.add(violation);
        }
        return List.copyOf(told);
    }

    /** Well-formed S3 locations, which may or may not hold anything, by JSON pointer. */
    public Map<String, S3Location> locations() {
        return Collections.unmodifiableMap(locations);
    }
}
