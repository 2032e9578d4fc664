package io.trainyard.endpoints.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.slots.SlotLimits;
import java.time.Duration;

/** What the deployment decides about its endpoints. */
@ConfigMapping(prefix = "trainyard.endpoints")
public interface EndpointsConfig {

    /** How many endpoints may be ready at once (A16). */
    @WithDefault("5")
    int cap();

    /** How many more may exist while one replaces another. 0 where the account's quota equals the cap: then the oldest leaves first. */
    @WithDefault("1")
    int surge();

    /** How long a free slot is kept for the first in line. */
    @WithDefault("PT15M")
    Duration offerTimeout();

    /** How long a retired endpoint still answers those who were routed to it. */
    @WithDefault("PT30S")
    Duration drain();

    /** How soon a deletion is looked at again. */
    @WithDefault("PT5S")
    Duration recheck();

    /** For steps that name no instance type. */
    @WithDefault("ml.m5.large")
    String instanceType();

    /** All of it as the use cases take it. */
    default EndpointSettings settings() {
        return new EndpointSettings(new SlotLimits(cap(), surge(), offerTimeout()), drain(), recheck(), instanceType());
    }
}
