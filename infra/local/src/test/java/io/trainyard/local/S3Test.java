package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3Test extends AccountTestCase {

    @Test
    void keepsObjectsAsFilesOverARestart() throws IOException {
        try (var s3 = clients.s3()) {
            s3.createBucket(bucket -> bucket.bucket("data"));
            s3.putObject(
                    it -> it.bucket("data").key("a/b c.csv").metadata(Map.of("rows", "2")),
                    RequestBody.fromString("x,y\n1,2\n"));
        }

        restart();

        try (var s3 = clients.s3()) {
            var read = s3.getObjectAsBytes(it -> it.bucket("data").key("a/b c.csv"));
            assertThat(read.asUtf8String()).isEqualTo("x,y\n1,2\n");
            assertThat(read.response().metadata()).containsEntry("rows", "2");
            assertThat(s3.listObjectsV2(it -> it.bucket("data").prefix("a/")).contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/b c.csv");
            assertThat(Files.readString(folder.resolve("s3/data/a/b c.csv"))).startsWith("x,y");
        }
    }

    @Test
    void passesLargeObjectsThroughUnchanged() {
        var large = new byte[20 << 20];
        new Random(1).nextBytes(large);
        try (var s3 = clients.s3()) {
            s3.createBucket(bucket -> bucket.bucket("data"));
            s3.putObject(it -> it.bucket("data").key("large"), RequestBody.fromBytes(large));

            assertThat(s3.getObjectAsBytes(it -> it.bucket("data").key("large")).asByteArray())
                    .isEqualTo(large);
            assertThat(s3.getObjectAsBytes(it -> it.bucket("data").key("large").range("bytes=5-9"))
                            .asByteArray())
                    .hasSize(5);
            assertThat(s3.headObject(it -> it.bucket("data").key("large")).contentLength())
                    .isEqualTo(large.length);
        }
    }

    @Test
    void saysThatAnObjectIsNotThere() {
        try (var s3 = clients.s3()) {
            s3.createBucket(bucket -> bucket.bucket("data"));

            assertThatThrownBy(() -> s3.getObjectAsBytes(it -> it.bucket("data").key("none")))
                    .isInstanceOf(NoSuchKeyException.class);
            assertThatThrownBy(() -> s3.headObject(it -> it.bucket("data").key("none")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
        }
    }

    @Test
    void takesPresignedUrls() throws Exception {
        try (var presigner = presigner();
                var http = HttpClient.newHttpClient();
                var s3 = clients.s3()) {
            s3.createBucket(bucket -> bucket.bucket("data"));
            var put = presigner.presignPutObject(it -> it.signatureDuration(Duration.ofMinutes(1))
                    .putObjectRequest(object -> object.bucket("data").key("k")));
            var get = presigner.presignGetObject(it -> it.signatureDuration(Duration.ofMinutes(1))
                    .getObjectRequest(object -> object.bucket("data").key("k")));

            var stored = http.send(
                    HttpRequest.newBuilder(URI.create(put.url().toString()))
                            .PUT(HttpRequest.BodyPublishers.ofString("hello"))
                            .build(),
                    BodyHandlers.ofString());
            var read = http.send(
                    HttpRequest.newBuilder(URI.create(get.url().toString())).build(), BodyHandlers.ofString());

            assertThat(stored.statusCode()).isEqualTo(200);
            assertThat(read.body()).isEqualTo("hello");
        }
    }

    @Test
    void refusesAKeyThatTheAccountNeverGave() {
        try (var stranger = new Clients(account.endpoint(), "AKIASTRANGER12345678", "secret");
                var s3 = stranger.s3()) {
            assertThatThrownBy(s3::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAccessKeyId"));
        }
    }

    private S3Presigner presigner() {
        var admin = account.admin();
        return S3Presigner.builder()
                .endpointOverride(account.endpoint())
                .region(Region.EU_WEST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(admin.id(), admin.secret())))
                .build();
    }
}
