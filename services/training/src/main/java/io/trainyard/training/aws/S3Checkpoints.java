package io.trainyard.training.aws;

import io.trainyard.events.S3Location;
import io.trainyard.training.app.Checkpoints;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Checkpoints as SageMaker copies them to S3 while a job runs. */
final class S3Checkpoints implements Checkpoints {

    private final S3Client s3;

    S3Checkpoints(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Optional<Instant> newest(String prefix) {
        S3Location location =
                S3Location.parse(prefix).orElseThrow(() -> new IllegalArgumentException(prefix + " is no S3 location"));
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(location.bucket()).prefix(location.key()))
                .contents()
                .stream()
                .map(S3Object::lastModified)
                .max(Comparator.naturalOrder());
    }
}
