package io.trainyard.local.events;

/** The name of a bus out of what callers pass: a name, or an ARN. */
final class BusNames {

    private BusNames() {}

    static String of(String nameOrArn) {
        var slash = nameOrArn.lastIndexOf('/');
        return nameOrArn.startsWith("arn:") && slash > 0 ? nameOrArn.substring(slash + 1) : nameOrArn;
    }
}
