package io.trainyard.local.sagemaker;

import io.trainyard.local.faults.Faults;
import io.trainyard.local.sagemaker.hosting.ServingTiming;
import io.trainyard.local.sagemaker.training.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the SageMaker of this machine behaves.
 *
 * @param images the file that maps images to commands; one that is not there maps none
 * @param docker the Docker command for images that are not mapped
 * @param trainingsAtOnce how many training containers run at a time; the others wait in status Pending
 * @param endpointQuotas limits by the names of Service Quotas ({@code ml.m5.large for endpoint usage}); none where empty
 * @param faults what goes wrong on purpose
 */
public record SageMakerSettings(
        Path images,
        String docker,
        int trainingsAtOnce,
        Map<String, Integer> endpointQuotas,
        Workshop.Timing training,
        ServingTiming serving,
        Faults faults) {

    /** AWS's own waiting times where they matter to a container, quick ones where only this machine waits. */
    public static SageMakerSettings withImages(Path images) {
        return new SageMakerSettings(
                images,
                "docker",
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Map.of(),
                new Workshop.Timing(Duration.ofSeconds(120), Duration.ofSeconds(5), Duration.ofSeconds(1)),
                new ServingTiming(
                        Duration.ofSeconds(120), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(100)),
                Faults.none());
    }

    /** The same with things going wrong on purpose. */
    public SageMakerSettings withFaults(Faults other) {
        return new SageMakerSettings(images, docker, trainingsAtOnce, endpointQuotas, training, serving, other);
    }
}
