package io.trainyard.endpoints.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.app.GoldenRows.Kept;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3GoldenRowsTest {

    private static final String KEY = "jobs/a/model.tar.gz";
    private static final String ARTIFACT = "s3://bucket/" + KEY;
    private static final String GOLDEN =
            "{\"contentType\":\"text/csv\",\"body\":\"1,2\",\"expected\":{\"predictions\":[4.2]}}";

    private final AwsStub aws = new AwsStub();
    private final S3GoldenRows rows = new S3GoldenRows(client());

    S3Client client() {
        return aws.client(S3Client.builder());
    }

    /** Puts the artifact where it is looked for. */
    void keep(String key, byte[] artifact) {
        aws.answers("/bucket/" + key, new AwsAnswer(200, Map.of(), artifact));
    }

    /** Leaves nothing there. */
    void keepNothing() {
        var body = "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>";
        aws.answers("/bucket/" + KEY, AwsAnswer.text(404, Map.of("Content-Type", "application/xml"), body));
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void findsTheRowThatTheTrainerKept() throws IOException {
        archive("./golden.json", GOLDEN);

        assertThat(rows.in(ARTIFACT)).isInstanceOfSatisfying(Kept.Found.class, found -> {
            assertThat(found.golden().body()).isEqualTo("1,2");
            assertThat(found.golden().expected()).hasToString("{\"predictions\":[4.2]}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/c#1?.tar.gz", "a%20b/c+d.tar.gz", "jobs//a.tar.gz"})
    void takesAKeyAsItIsWritten(String key) throws IOException {
        keep(key, archived("golden.json", GOLDEN));

        assertThat(rows.in("s3://bucket/" + key)).isInstanceOf(Kept.Found.class);
    }

    @Test
    void anArchiveWithoutOneHasNone() throws IOException {
        archive("model.json", "{}");

        assertThat(rows.in(ARTIFACT)).isEqualTo(new Kept.Missing(ARTIFACT + " has no golden.json"));
    }

    @Test
    void aRowOfAnotherShapeIsNone() throws IOException {
        archive("golden.json", "{\"body\": 1}");

        assertThat(rows.in(ARTIFACT))
                .isInstanceOfSatisfying(
                        Kept.Missing.class,
                        missing -> assertThat(missing.why()).contains("golden.json in " + ARTIFACT, "contentType"));
    }

    @Test
    void whatIsNoArchiveHasNone() {
        keep(KEY, "hello hello hello".getBytes(StandardCharsets.UTF_8));

        assertThat(rows.in(ARTIFACT)).isEqualTo(new Kept.Missing(ARTIFACT + " is no gzip archive"));
    }

    @Test
    void whatIsNotThereHasNone() {
        keepNothing();

        assertThat(rows.in(ARTIFACT)).isEqualTo(new Kept.Missing("there is no " + ARTIFACT));
        assertThat(rows.in("/tmp/model")).isEqualTo(new Kept.Missing("/tmp/model is no S3 location"));
    }

    private void archive(String name, String content) throws IOException {
        keep(KEY, archived(name, content));
    }

    private static byte[] archived(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (String entry : new String[] {"a-first-file", name, "weights"}) {
                byte[] data = (entry.equals(name) ? content : "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
                var header = new TarArchiveEntry(entry);
                header.setSize(data.length);
                tar.putArchiveEntry(header);
                tar.write(data);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
