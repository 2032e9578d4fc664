package io.trainyard.local.sagemaker.training;

import io.trainyard.local.containers.ContainerRuntime;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.records.Home;
import io.trainyard.local.sagemaker.wire.Account;
import java.time.Clock;
import java.time.Duration;

/** What every run of a training container needs. */
public record Workshop(
        Account account,
        Objects objects,
        ContainerRuntime containers,
        Home home,
        Timing timing,
        Clock clock,
        Supply supply) {

    /**
     * How long a run waits.
     *
     * @param stopGrace between SIGTERM and SIGKILL; SageMaker's is 120 seconds
     * @param closeGrace the same when the account closes
     * @param checkpointInterval how often checkpoints are copied while the container runs
     */
    public record Timing(Duration stopGrace, Duration closeGrace, Duration checkpointInterval) {}

    TrainingFolder folder(String job) {
        return new TrainingFolder(home.trainingFolder(job));
    }
}
