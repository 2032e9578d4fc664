package io.trainyard.cli.api;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param contentType of the body; empty where none was said
 * @param body as text
 */
public record Answer(int status, String contentType, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
