package io.trainyard.wiring;

import java.util.List;

/**
 * One route of the public HTTP API: {@code GET} and {@code /jobs/{id}}.
 *
 * @param roles who may call it; one of them is enough
 */
public record HttpRoute(String method, String path, List<String> roles) {

    public HttpRoute {
        roles = List.copyOf(roles);
    }

    /** As API Gateway writes it: {@code GET /jobs/{id}}. */
    public String key() {
        return method + " " + path;
    }
}
