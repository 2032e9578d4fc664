package io.trainyard.jobs.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment decides about those who ask for jobs. */
@ConfigMapping(prefix = "trainyard.jobs")
public interface JobsConfig {

    /** How many jobs one caller may ask for over HTTP within an hour; at least 1. */
    @WithDefault("1000")
    int quota();
}
