package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The account over HTTP, which is not always there. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI endpoint;

    Door(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Empty where nobody answered. */
    public Optional<Reply> get(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).GET());
    }

    public Optional<Reply> post(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    public Optional<Reply> delete(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).DELETE());
    }

    private Optional<Reply> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return Optional.of(
                    new Reply(answer.statusCode(), Json.tryRead(answer.body()).orElseGet(Json::object)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
