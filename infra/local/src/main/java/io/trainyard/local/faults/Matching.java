package io.trainyard.local.faults;

/**
 * Where a fault may strike; each part is a pattern in which {@code *} stands for anything.
 *
 * @param service the signing name: {@code sagemaker}, {@code dynamodb}, {@code events}
 * @param operation {@code CreateTrainingJob}, {@code Create*}; for events the status: {@code Completed}
 * @param name of the resource: {@code ty-local-*}
 * @param instanceType {@code ml.m5.*}
 */
public record Matching(String service, String operation, String name, String instanceType) {

    /** Everywhere. */
    public static final Matching EVERYTHING = new Matching("*", "*", "*", "*");

    boolean matches(Occasion occasion) {
        return fits(service, occasion.service())
                && fits(operation, occasion.operation())
                && fits(name, occasion.name())
                && fits(instanceType, occasion.instanceType());
    }

    private static boolean fits(String pattern, String text) {
        if (pattern.equals("*")) {
            return true;
        }
        var parts = pattern.split("\\*", -1);
        if (!text.startsWith(parts[0]) || text.length() < pattern.length() - (parts.length - 1)) {
            return false;
        }
        var at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            var found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        var last = parts[parts.length - 1];
        return parts.length == 1 ? at == text.length() : text.length() - last.length() >= at && text.endsWith(last);
    }
}
