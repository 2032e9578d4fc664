package io.trainyard.local.lambda;

/** Something that can be called as a function. */
@FunctionalInterface
public interface Invocable {

    /** Calls it and waits for what comes of it. */
    InvocationResult call(byte[] payload) throws InterruptedException;
}
