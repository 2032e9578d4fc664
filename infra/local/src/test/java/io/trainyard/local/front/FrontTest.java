package io.trainyard.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class FrontTest {

    @TempDir
    Path folder;

    @Test
    void tellsAServiceWhoCallsIt() throws Exception {
        var keys = new AccessKeys(folder.resolve("keys.json"), new Random(1));
        try (var front = Front.bind(0, keys)) {
            front.service("events", new BufferedHandler(1_000, FrontTest::principal));
            front.open();

            assertThat(describedBy(front.endpoint(), keys.of("training"))).isEqualTo("training");
            assertThat(describedBy(front.endpoint(), keys.of("models"))).isEqualTo("models");
        }
    }

    private static AwsResponse principal(AwsRequest request) {
        var body = "{\"Name\": \"" + request.principal() + "\"}";
        return AwsResponse.of(200, "application/x-amz-json-1.1", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String describedBy(URI endpoint, AccessKey key) {
        try (var client = EventBridgeClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .build()) {
            return client.describeEventBus(it -> it.name("any")).name();
        }
    }
}
