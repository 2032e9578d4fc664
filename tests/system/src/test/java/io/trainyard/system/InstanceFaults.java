package io.trainyard.system;

import java.util.List;

/** Makes instance types short in the account, and gives them back. */
final class InstanceFaults {

    private final Faults faults;
    private final List<String> types;

    /** @param types that no other test uses: accounts are shared */
    InstanceFaults(Deployment deployment, List<String> types) {
        this.faults = new Faults(deployment);
        this.types = types;
    }

    /** @param kind {@code no-capacity} or {@code quota} */
    void set(String kind, String type) {
        faults.set(Json.object().put("id", type).put("kind", kind).put("instanceType", type));
    }

    void noCapacityAtAll() {
        types.forEach(type -> set("no-capacity", type));
    }

    void clear() {
        types.forEach(faults::clear);
    }
}
