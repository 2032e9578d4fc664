package io.trainyard.capacity.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a step may wait for an instance. */
@ConfigMapping(prefix = "trainyard.capacity")
public interface CapacityConfig {

    /** No wait is shorter. */
    @WithDefault("PT2S")
    Duration shortest();

    /** The bound of the first wait. */
    @WithDefault("PT8S")
    Duration base();

    /** By how much the bound is multiplied each round; at least 1. */
    @WithDefault("1.25")
    double growth();

    /** No wait is longer. */
    @WithDefault("PT2H")
    Duration cap();

    /** All waits of a step together; the run's deadline may come first. */
    @WithDefault("P3D")
    Duration longest();

    /** How often spot is tried before only on-demand is. */
    @WithDefault("6")
    int spotTries();

    /** How long the account's quotas are remembered. */
    @WithDefault("PT1H")
    Duration quotasFor();
}
