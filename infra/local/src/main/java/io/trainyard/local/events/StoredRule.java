package io.trainyard.local.events;

import io.trainyard.wiring.Deployment;
import java.util.List;

/** A rule of a bus, as it is kept. */
record StoredRule(String bus, String name, String pattern, boolean enabled, String description, List<Target> targets) {

    StoredRule withTargets(List<Target> changed) {
        return new StoredRule(bus, name, pattern, enabled, description, List.copyOf(changed));
    }

    StoredRule withEnabled(boolean now) {
        return new StoredRule(bus, name, pattern, now, description, targets);
    }

    String arn(Deployment deployment) {
        var path = bus.equals(BusStore.DEFAULT) ? name : bus + "/" + name;
        return deployment.busArn(bus).replaceFirst(":event-bus/.*", ":rule/" + path);
    }

    String key() {
        return bus + "/" + name;
    }
}
