package io.trainyard.events;

import java.util.Objects;

/**
 * An endpoint has its slot and is being created.
 *
 * @param endpoint the endpoint's name, which is also its configuration's
 */
public record EndpointDeploying(String step, int attempt, String endpoint, String endpointArn, String instanceType)
        implements StandingFact, StepFact {

    public EndpointDeploying {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(endpointArn, "endpointArn");
        Objects.requireNonNull(instanceType, "instanceType");
    }
}
