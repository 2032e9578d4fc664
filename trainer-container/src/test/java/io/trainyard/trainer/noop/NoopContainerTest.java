package io.trainyard.trainer.noop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.trainer.ContainerFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoopContainerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void trainsAtOnceAndLeavesAGoldenRow() throws Exception {
        assertThat(train(Map.of())).isZero();

        assertThat(JsonParser.parseString(container().read("model/golden.json")))
                .isEqualTo(JsonParser.parseString(
                        "{\"contentType\":\"text/csv\",\"body\":\"0\",\"expected\":{\"predictions\":[0.0]}}"));
        assertThat(container().read("model/noop.json")).isEqualTo("{}\n");
    }

    @Test
    void failsAsItIsAsked() throws Exception {
        assertThat(train(Map.of("fail-with", "\"no luck\""))).isEqualTo(255);
        assertThat(container().failure()).isEqualTo("no luck");
        assertThat(train(Map.of("fail-with", "no luck", "exit-code", "3"))).isEqualTo(3);
        assertThat(train(Map.of("exit-code", "9"))).isEqualTo(9);
    }

    @Test
    void takesTheTimeThatItIsAsked() throws Exception {
        long before = System.nanoTime();
        assertThat(train(Map.of("seconds", "0.2"))).isZero();

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000);
    }

    @Test
    void answersEveryLineAndNamesTheModelVersion() throws Exception {
        train(Map.of());
        HttpServer server = serve(Map.of("TRAINYARD_MODEL_VERSION", "4"));
        try {
            assertThat(CLIENT.send(HttpRequest.newBuilder(uri(server, "/ping")).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> answer = post(server, "1,2\n3,4\n");
            assertThat(answer.body()).isEqualTo("{\"predictions\":[0.0,0.0]}");
            assertThat(answer.headers().firstValue("X-Amzn-SageMaker-Custom-Attributes"))
                    .contains("model-version=4");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void answersAsTheTrainingWasAsked() throws Exception {
        train(Map.of("ping-status", "503", "invocation-status", "500", "latency-ms", "1"));
        HttpServer server = serve(Map.of());
        try {
            assertThat(CLIENT.send(HttpRequest.newBuilder(uri(server, "/ping")).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(503);
            assertThat(post(server, "1").statusCode()).isEqualTo(500);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isNotWellWithoutAModel() throws Exception {
        HttpServer server = serve(Map.of());
        try {
            assertThat(CLIENT.send(HttpRequest.newBuilder(uri(server, "/ping")).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(server, "1").statusCode()).isEqualTo(500);
        } finally {
            server.stop(0);
        }
    }

    private ContainerFolder container() {
        return new ContainerFolder(folder);
    }

    private int train(Map<String, String> hyperparameters) throws IOException, InterruptedException {
        ContainerFolder container = container();
        hyperparameters.forEach(container::with);
        container.writeHyperparameters();
        return new NoopTrainer(folder).run();
    }

    private HttpServer serve(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SAGEMAKER_BIND_TO_PORT", "0");
        environment.put("SAGEMAKER_BIND_TO_HOST", "127.0.0.1");
        return NoopServer.start(folder, environment);
    }

    private static HttpResponse<String> post(HttpServer server, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(server, "/invocations"))
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(HttpServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
