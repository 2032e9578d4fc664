package io.trainyard.endpoints.app;

import io.trainyard.slots.Slots;
import io.trainyard.steps.app.StepTimers;
import java.util.Objects;

/**
 * What the service needs of the world beside what every launching service needs.
 *
 * @param retirements durable timers that bring a retirement back to the service's own queue, apart from those of the rows
 */
public record EndpointPorts(Slots slots, Endpoints endpoints, GoldenRows golden, OwnQueue own, StepTimers retirements) {

    public EndpointPorts {
        Objects.requireNonNull(slots, "slots");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(golden, "golden");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(retirements, "retirements");
    }
}
