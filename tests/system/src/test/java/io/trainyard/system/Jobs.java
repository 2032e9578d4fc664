package io.trainyard.system;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The public HTTP API: jobs, endpoints, predictions. */
final class Jobs {

    private static final Set<String> ENDS =
            Set.of("READY", "ERROR", "CANCELLED", "REJECTED", "COMPLETED", "ENDPOINT_DELETED");

    private final URI endpoint;
    private final Path tokens;

    /** @param tokens where the account keeps fresh tokens */
    Jobs(URI endpoint, Path tokens) {
        this.endpoint = endpoint;
        this.tokens = tokens;
    }

    /** A request of somebody in every role. */
    private RequestSpecification asking() {
        return given().header("Authorization", "Bearer " + token("all"));
    }

    /** A token of one role. */
    String token(String role) {
        try {
            return Json.read(Files.readString(tokens)).path(role).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response post(String path, String contentType, String body) {
        return asking().contentType(contentType).body(body).post(endpoint.resolve(path));
    }

    /** Asks for a job; returns its id. */
    String submit(JsonNode request) {
        return Json.read(post("/jobs", "application/json", request.toString())
                        .then()
                        .statusCode(202)
                        .extract()
                        .asString())
                .path("jobId")
                .asText();
    }

    JsonNode get(String path) {
        return Json.read(asking().get(endpoint.resolve(path))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    JsonNode record(String jobId) {
        return get("/jobs/" + jobId);
    }

    String status(String jobId) {
        return record(jobId).path("status").asText();
    }

    void cancel(String jobId) {
        asking().post(endpoint.resolve("/jobs/" + jobId + "/cancel")).then().statusCode(202);
    }

    Response retire(String jobId) {
        return asking().delete(endpoint.resolve("/jobs/" + jobId + "/endpoint"));
    }

    /** The record once it shows this status, at the latest when it shows another end. */
    JsonNode await(String jobId, String status) {
        var record = Await.until(
                "job " + jobId + " is " + status,
                () -> record(jobId),
                it -> it.path("status").asText().equals(status)
                        || ENDS.contains(it.path("status").asText())
                                && !(status.equals("ENDPOINT_DELETED")
                                        && it.path("status").asText().equals("READY")));
        if (!record.path("status").asText().equals(status)) {
            throw new AssertionError("job ended otherwise than " + status + ": " + record);
        }
        return record;
    }

    /** The record once it holds this event. */
    JsonNode awaitEvent(String jobId, String name) {
        return Await.until(
                "job " + jobId + " says " + name,
                () -> record(jobId),
                it -> events(it, name).findAny().isPresent());
    }

    static Stream<JsonNode> events(JsonNode record, String name) {
        return Json.stream(record.path("events"))
                .filter(event -> event.path("name").asText().equals(name));
    }

    /** The newest attempt of a step. */
    static JsonNode step(JsonNode record, String name) {
        return Json.stream(record.path("steps"))
                .filter(step -> step.path("step").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> history(JsonNode record) {
        return Json.texts(record.path("history"), "status");
    }

    /** Every endpoint of ours as consumers see it. */
    List<JsonNode> endpoints() {
        return Json.stream(get("/endpoints").path("endpoints")).toList();
    }

    /** The ids of the jobs whose endpoint is ready. */
    List<String> ready() {
        return endpoints().stream()
                .filter(it -> it.path("state").asText().equals("READY"))
                .map(it -> it.path("jobId").asText())
                .toList();
    }

    Response predict(String model, String contentType, String body) {
        return post("/models/" + model + "/predictions", contentType, body);
    }

    /** Takes every endpoint of ours down, and waits until all are gone. */
    void clear() {
        ready().forEach(this::retire);
        Await.until("no endpoint of ours is left", this::endpoints, List::isEmpty);
    }
}
