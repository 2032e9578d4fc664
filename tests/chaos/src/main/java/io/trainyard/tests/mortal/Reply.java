package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back; the status is that of HTTP. */
public record Reply(int status, JsonNode body) {

    public boolean well() {
        return status < 300;
    }
}
