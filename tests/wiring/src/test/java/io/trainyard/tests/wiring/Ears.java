package io.trainyard.tests.wiring;

import io.trainyard.wiring.Bus;
import io.trainyard.wiring.Patterns;
import io.trainyard.wiring.Rule;
import io.trainyard.wiring.ServiceDescription;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.event.ruler.Machine;

/** Who hears an event: the rules of all services as EventBridge gets them, matched by EventBridge's own matcher. */
final class Ears {

    private final Map<Bus, Machine> machines = new EnumMap<>(Bus.class);

    Ears() {
        for (Bus bus : Bus.values()) {
            machines.put(bus, new Machine());
        }
        Checkout.wiring().services().forEach(this::listen);
    }

    /** The services that hear it, in the order of their names. */
    SortedSet<String> hearing(Envelope event) {
        try {
            return new TreeSet<>(machines.get(event.bus()).rulesForJSONEvent(event.json()));
        } catch (Exception e) {
            throw new IllegalStateException("the matcher could not read " + event.label(), e);
        }
    }

    private void listen(ServiceDescription service) {
        for (Rule rule : service.hears()) {
            String pattern =
                    Patterns.complete(service.name(), rule, Checkout.HERE).toString();
            try {
                machines.get(rule.bus()).addRule(service.name(), pattern);
            } catch (IOException e) {
                throw new IllegalStateException(service.name() + ": EventBridge does not take " + pattern, e);
            }
        }
    }
}
