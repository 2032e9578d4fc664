package io.trainyard.events;

import java.util.Objects;

/**
 * A run is open: its route is drawn and the first steps are released.
 *
 * @param name the label that the sender gave the job
 * @param requestedBy the source of the request, such as {@code trainyard.jobs}
 */
public record JobAccepted(String name, String requestedBy) implements ReleasingFact {

    public JobAccepted {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
