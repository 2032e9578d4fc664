package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back; the status is that of HTTP. */
record Reply(int status, JsonNode body) {

    boolean well() {
        return status < 300;
    }
}
