package io.trainyard.requests.domain;

import java.util.List;
import java.util.Objects;

/**
 * What a request need not say (A7).
 *
 * @param image the name of the image that trains and serves
 * @param trainingInstanceTypes tried in this order
 * @param hostingInstanceTypes tried in this order
 * @param volumeGb the disk of each training instance
 * @param maxRuntimeSeconds after which SageMaker stops a training job
 * @param deadlineSeconds how long a run may take in all
 */
public record Defaults(
        String image,
        List<String> trainingInstanceTypes,
        List<String> hostingInstanceTypes,
        int volumeGb,
        int maxRuntimeSeconds,
        int deadlineSeconds) {

    public Defaults {
        Objects.requireNonNull(image, "image");
        trainingInstanceTypes = List.copyOf(trainingInstanceTypes);
        hostingInstanceTypes = List.copyOf(hostingInstanceTypes);
    }
}
