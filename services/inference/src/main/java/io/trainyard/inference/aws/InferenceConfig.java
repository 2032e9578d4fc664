package io.trainyard.inference.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment decides about the door to its models. */
@ConfigMapping(prefix = "trainyard.inference")
public interface InferenceConfig {

    /** How old the list of endpoints and names may be that a caller is sent by. Far less than a retired endpoint's drain time. */
    @WithDefault("PT2S")
    Duration fresh();

    /** How long a model may take to answer; the API in front waits 30 s. */
    @WithDefault("PT25S")
    Duration patience();
}
