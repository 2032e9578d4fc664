package io.trainyard.endpoints.domain;

import io.trainyard.events.request.EndpointSpec;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Objects;

/**
 * The endpoint that one attempt asks for, and its configuration under the same name.
 *
 * @param key which attempt
 * @param name of endpoint and configuration
 * @param model the SageMaker model that it serves
 */
public record EndpointOrder(AttemptKey key, String name, String model, String instanceType, int instanceCount) {

    public EndpointOrder {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(instanceType, "instanceType");
    }

    /** The type after a climb goes first, then the step's own, then the deployment's. */
    public static EndpointOrder of(Attempt attempt, String name, String model, EndpointSpec spec, String standardType) {
        String climbed = attempt.release().instanceType();
        String asked = spec.instanceTypes().isEmpty()
                ? standardType
                : spec.instanceTypes().getFirst();
        Integer count = spec.instanceCount();
        return new EndpointOrder(
                attempt.key(), name, model, climbed == null ? asked : climbed, count == null ? 1 : count);
    }
}
