package io.trainyard.local.lambda;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One call of a function on its way through a process. */
final class Invocation {

    private final String requestId;
    private final byte[] payload;
    private final CompletableFuture<Long> taken = new CompletableFuture<>();
    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

    private volatile long takenAt;

    Invocation(String requestId, byte[] payload) {
        this.requestId = requestId;
        this.payload = payload;
        taken.thenRun(() -> takenAt = System.nanoTime());
    }

    String requestId() {
        return requestId;
    }

    byte[] payload() {
        return payload;
    }

    /** Completes when a process has taken the call, which is when its time starts to run. */
    CompletableFuture<Long> taken() {
        return taken;
    }

    /** How long a process has had the call by now; nothing where none took it. */
    Duration running() {
        return taken.isDone() ? Duration.ofNanos(System.nanoTime() - takenAt) : Duration.ZERO;
    }

    CompletableFuture<InvocationResult> result() {
        return result;
    }
}
