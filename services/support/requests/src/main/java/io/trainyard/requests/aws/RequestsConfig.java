package io.trainyard.requests.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this deployment's limits differ from those that come with Trainyard. */
@ConfigMapping(prefix = "trainyard.requests")
public interface RequestsConfig {

    /** A JSON merge patch (RFC 7396) over {@code limits.json}; its {@code locations} begin with {@code s3://<bucket>/}. */
    @WithDefault("{}")
    String limits();
}
