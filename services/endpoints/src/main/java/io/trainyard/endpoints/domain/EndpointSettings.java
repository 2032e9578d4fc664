package io.trainyard.endpoints.domain;

import io.trainyard.slots.SlotLimits;
import java.time.Duration;
import java.util.Objects;

/**
 * What the deployment decides about its endpoints.
 *
 * @param limits how many there may be
 * @param drain how long a retired endpoint still answers those who were routed to it
 * @param recheck how soon a deletion is looked at again
 * @param instanceType for steps that name none
 */
public record EndpointSettings(SlotLimits limits, Duration drain, Duration recheck, String instanceType) {

    public EndpointSettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(drain, "drain");
        Objects.requireNonNull(recheck, "recheck");
        Objects.requireNonNull(instanceType, "instanceType");
    }

    /** Cap 5, surge 1, 30 seconds to drain, a look every 5 seconds, ml.m5.large. */
    public static EndpointSettings defaults() {
        return new EndpointSettings(
                SlotLimits.defaults(), Duration.ofSeconds(30), Duration.ofSeconds(5), "ml.m5.large");
    }
}
