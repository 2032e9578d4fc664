package io.trainyard.wiring;

import java.util.List;
import java.util.Map;

/**
 * One statement of a policy: it allows these actions on these resources.
 *
 * @param resources ARNs; {@code *} stands for any text in them
 * @param equal what must be so besides, by condition key: one of the values each, as IAM's {@code StringEquals}
 */
public record Statement(List<String> actions, List<String> resources, Map<String, List<String>> equal) {

    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        equal = Map.copyOf(equal);
    }

    /** A statement without a condition. */
    Statement(List<String> actions, List<String> resources) {
        this(actions, resources, Map.of());
    }

    /**
     * Whether it allows an action.
     *
     * @param facts what is known of the call, by condition key
     */
    public boolean allows(String action, String resource, Map<String, String> facts) {
        return actions.contains(action)
                && resources.stream().anyMatch(pattern -> fits(pattern, resource))
                && equal.entrySet().stream()
                        .allMatch(
                                condition -> condition.getValue().contains(facts.getOrDefault(condition.getKey(), "")));
    }

    private static boolean fits(String pattern, String text) {
        var star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        var rest = pattern.substring(star + 1);
        if (rest.isEmpty()) {
            return true;
        }
        for (int from = star; from <= text.length(); from++) {
            if (fits(rest, text.substring(from))) {
                return true;
            }
        }
        return false;
    }
}
