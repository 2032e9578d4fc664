package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers requests that reached the front. The front closes the exchange afterwards. */
@FunctionalInterface
public interface FrontHandler {

    void answer(HttpExchange exchange) throws IOException;
}
