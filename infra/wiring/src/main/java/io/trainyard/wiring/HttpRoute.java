package io.trainyard.wiring;

/** A route of the HTTP API: {@code GET} and {@code /jobs/{id}}. */
public record HttpRoute(String method, String path) {

    /** As API Gateway calls it: {@code GET /jobs/{id}}. */
    public String key() {
        return method + " " + path;
    }
}
