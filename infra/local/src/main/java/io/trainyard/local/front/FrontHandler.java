package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers requests that reached the front. The front closes the exchange afterwards. */
@FunctionalInterface
public interface FrontHandler {

    /**
     * Answers a request.
     *
     * @param principal who signed it, as the account's keys name them; empty for an unsigned request
     */
    void answer(HttpExchange exchange, String principal) throws IOException;
}
