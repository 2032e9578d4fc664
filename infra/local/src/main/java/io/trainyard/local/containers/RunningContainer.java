package io.trainyard.local.containers;

import java.util.concurrent.CompletableFuture;

/** A container that was started. */
public interface RunningContainer {

    /** Its exit code, once it has ended and every line of its output was handed on. */
    CompletableFuture<Integer> exit();

    /** Asks it to end: SIGTERM. */
    void terminate();

    /** Ends it and what it started: SIGKILL. */
    void kill();
}
