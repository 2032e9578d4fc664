package io.trainyard.local.sagemaker.hosting;

import io.trainyard.local.containers.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The health check of a serving container: {@code GET /ping} until it is 200, often at first, then less and less. */
final class Ping {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final HttpClient http;
    private final HttpRequest request;

    Ping(HttpClient http, int port) {
        this.http = http;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ping"))
                .timeout(ANSWER)
                .GET()
                .build();
    }

    /** Whether a ping was answered with 200 within the limit and before {@code given up} completed. */
    boolean answered(Duration limit, CompletableFuture<?> givenUp) {
        CompletableFuture<Boolean> over =
                givenUp.thenApply(any -> true).completeOnTimeout(true, limit.toMillis(), TimeUnit.MILLISECONDS);
        Duration pause = FIRST_PAUSE;
        while (!over.isDone()) {
            if (answered()) {
                return true;
            }
            Patience.waited(over, pause);
            Duration next = pause.multipliedBy(3).dividedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        }
        return false;
    }

    private boolean answered() {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
