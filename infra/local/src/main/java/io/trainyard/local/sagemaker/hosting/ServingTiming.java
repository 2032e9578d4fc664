package io.trainyard.local.sagemaker.hosting;

import java.time.Duration;

/**
 * How long serving waits.
 *
 * @param startup for the first ping that is answered with 200
 * @param stopGrace between SIGTERM and SIGKILL
 * @param invocation for a container's answer; SageMaker's is 60 seconds
 * @param restartBackoff before a crashed container is started again the first time; doubles up to a hundred times this
 */
public record ServingTiming(Duration startup, Duration stopGrace, Duration invocation, Duration restartBackoff) {}
