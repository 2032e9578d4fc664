package io.trainyard.training.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.MotoAccount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Checkpoints on an S3 that nobody here wrote. */
class S3CheckpointsOnMotoTest {

    private static final String PREFIX = "s3://bucket/jobs/a/checkpoints/";

    private final S3Client s3 = MotoAccount.open().client(S3Client.builder());
    private final S3Checkpoints checkpoints = new S3Checkpoints(s3);

    @BeforeEach
    void open() {
        s3.createBucket(request -> request.bucket("bucket"));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void tellsTheTimeOfTheNewestObject() {
        put("jobs/a/checkpoints/2");
        Instant newest = put("jobs/a/checkpoints/1");
        put("jobs/b/checkpoints/3");

        // A HEAD tells whole seconds.
        assertThat(checkpoints.newest(PREFIX).map(time -> time.truncatedTo(ChronoUnit.SECONDS)))
                .contains(newest);
    }

    @Test
    void takesAPrefixAsItIsWritten() {
        put("a b#1/%20/checkpoints/1");

        assertThat(checkpoints.newest("s3://bucket/a b#1/%20/checkpoints/")).isPresent();
    }

    @Test
    void whereNothingWasWrittenThereIsNone() {
        put("jobs/b/checkpoints/1");

        assertThat(checkpoints.newest(PREFIX)).isEmpty();
    }

    private Instant put(String key) {
        s3.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromString("weights"));
        return s3.headObject(request -> request.bucket("bucket").key(key)).lastModified();
    }
}
