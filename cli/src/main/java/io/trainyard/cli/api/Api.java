package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The public HTTP API of a deployment.
 *
 * <p>An answer below 300 is returned; any other ends the command with what the API said.
 */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** API Gateway's own limit is 30 s. */
    private static final Duration ANSWER = Duration.ofSeconds(35);

    private final URI endpoint;
    private final Supplier<Optional<String>> token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** The API as somebody asks it who has not signed in. */
    public Api(URI endpoint) {
        this(endpoint, Optional::empty);
    }

    /** @param token what each request carries: asked for each time, because tokens live shortly */
    public Api(URI endpoint, Supplier<Optional<String>> token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** The API of the account on this machine, as its owner asks it. */
    public static Api of(RunningAccount account) {
        return new Api(account.endpoint(), account::token);
    }

    /** The document at a path such as {@code /jobs/j-1}. */
    public JsonNode get(String path) {
        return document(send("GET", path, "application/json", BodyPublishers.noBody()));
    }

    /** Sends a document and returns the answer's. */
    public JsonNode post(String path, JsonNode body) {
        return document(send("POST", path, "application/json", BodyPublishers.ofString(body.toString())));
    }

    /** Puts a document in the place of what is at a path. */
    public JsonNode put(String path, JsonNode body) {
        return document(send("PUT", path, "application/json", BodyPublishers.ofString(body.toString())));
    }

    /** Deletes what is at a path. */
    public JsonNode delete(String path) {
        return document(send("DELETE", path, "application/json", BodyPublishers.noBody()));
    }

    /** Sends a body as it is and returns whatever came back, refusals too. */
    public Answer post(String path, String contentType, String body) {
        return send("POST", path, contentType, BodyPublishers.ofString(body));
    }

    /** One part of a path, made safe for a URL. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", contentType)
                .method(method, body);
        token.get().ifPresent(it -> request.header("Authorization", "Bearer " + it));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "nothing answers at %s (%s); see ./trainyard status".formatted(endpoint, reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The document of an answer; a refusal ends the command. */
    static JsonNode document(Answer answer) {
        if (!answer.isSuccess()) {
            throw Refusal.of(answer);
        }
        return Json.tryRead(answer.body()).orElseGet(Json::object);
    }
}
