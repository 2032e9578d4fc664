package io.trainyard.requests.aws;

import io.trainyard.events.S3Location;
import io.trainyard.requests.app.Datasets;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Data sets in S3. One ListObjectsV2 of one key: it finds what SageMaker's S3Prefix finds, and unlike a HEAD it tells a missing
 * key from a closed bucket. Needs {@code s3:ListBucket}.
 */
public final class S3Datasets implements Datasets {

    private final S3Client s3;

    public S3Datasets(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Presence look(S3Location location) {
        try {
            boolean found = s3.listObjectsV2(request -> request.bucket(location.bucket())
                            .prefix(location.key())
                            .maxKeys(1))
                    .hasContents();
            return found ? Presence.PRESENT : Presence.NOTHING;
        } catch (NoSuchBucketException e) {
            return Presence.NO_BUCKET;
        } catch (S3Exception e) {
            return refused(e);
        }
    }

    private static Presence refused(S3Exception answer) {
        return switch (answer.statusCode()) {
            case 404 -> Presence.NO_BUCKET;
            // 301 and 400: a bucket of another region, which training cannot read from here.
            case 301, 400, 401, 403 -> Presence.FORBIDDEN;
            default -> throw answer;
        };
    }
}
