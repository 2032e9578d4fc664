package io.trainyard.lambda;

import io.trainyard.steps.domain.AttemptKey;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags by which a resource shows whose it is: a name that is taken is adopted only when they name our job and run. */
public final class ResourceTags {

    private ResourceTags() {}

    public static SortedMap<String, String> of(AttemptKey key) {
        return new TreeMap<>(Map.of(
                "trainyard:job", key.jobId(),
                "trainyard:run", Integer.toString(key.run()),
                "trainyard:step", key.step(),
                "trainyard:attempt", Integer.toString(key.attempt())));
    }

    /** Whether the tags of a resource name this attempt. */
    public static boolean show(Map<String, String> tags, AttemptKey key) {
        return tags.entrySet().containsAll(of(key).entrySet());
    }
}
