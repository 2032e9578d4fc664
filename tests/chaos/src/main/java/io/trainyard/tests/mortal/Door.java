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
import java.util.function.Supplier;

/** The account over HTTP, which is not always there. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI endpoint;
    private final Supplier<Optional<String>> token;

    /** @param token of somebody in every role; empty while the account is not ready */
    Door(URI endpoint, Supplier<Optional<String>> token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** Empty where nobody answered. */
    public Optional<Reply> get(String path) {
        return to(path).flatMap(request -> send(request.GET()));
    }

    public Optional<Reply> post(String path, JsonNode body) {
        return to(path).flatMap(request -> send(
                request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()))));
    }

    public Optional<Reply> delete(String path) {
        return to(path).flatMap(request -> send(request.DELETE()));
    }

    /** Without a token nobody is there to ask yet; what the account tells about itself needs none. */
    private Optional<HttpRequest.Builder> to(String path) {
        var request = HttpRequest.newBuilder(endpoint.resolve(path));
        return path.startsWith("/_trainyard/")
                ? Optional.of(request)
                : token.get().map(it -> request.header("Authorization", "Bearer " + it));
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
