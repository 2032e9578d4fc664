package io.trainyard.training.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3CheckpointsTest {

    private static final String PREFIX = "s3://bucket/jobs/a/checkpoints/";

    private final AwsStub aws = new AwsStub();
    private final S3Checkpoints checkpoints = new S3Checkpoints(aws.client(S3Client.builder()));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void tellsTheTimeOfTheNewestObject() {
        list(
                "<Contents><Key>jobs/a/checkpoints/2</Key><LastModified>2026-01-01T10:00:02.000Z</LastModified></Contents>"
                        + "<Contents><Key>jobs/a/checkpoints/1</Key><LastModified>2026-01-01T10:00:01.000Z</LastModified></Contents>");

        assertThat(checkpoints.newest(PREFIX)).contains(Instant.parse("2026-01-01T10:00:02Z"));
    }

    @Test
    void whereNothingWasWrittenThereIsNone() {
        list("");

        assertThat(checkpoints.newest(PREFIX)).isEmpty();
    }

    private void list(String contents) {
        var body = "<ListBucketResult><IsTruncated>false</IsTruncated>" + contents + "</ListBucketResult>";
        aws.answers("/bucket", AwsAnswer.text(200, Map.of("Content-Type", "application/xml"), body));
        aws.answers("/bucket/", AwsAnswer.text(200, Map.of("Content-Type", "application/xml"), body));
    }
}
