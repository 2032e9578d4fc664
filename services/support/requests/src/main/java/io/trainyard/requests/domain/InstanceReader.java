package io.trainyard.requests.domain;

import java.util.List;

/** Reads a list of instance types. */
final class InstanceReader {

    private static final int MOST = 5;

    private InstanceReader() {}

    /** Refuses types that the deployment does not offer for this purpose. */
    static void types(Field types, List<String> offered) {
        List<Field> items = types.items();
        if (items.size() > MOST) {
            types.refuse("must have at most " + MOST + " types", "keep those you would rather have");
        }
        items.forEach(item -> item.text()
                .filter(type -> !offered.contains(type))
                .ifPresent(type -> item.refuse(
                        "must be an instance type that this deployment offers here, not " + Spelling.shown(type),
                        Spelling.closeHint(type, offered))));
    }
}
