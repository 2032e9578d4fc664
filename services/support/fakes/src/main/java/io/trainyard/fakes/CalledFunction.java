package io.trainyard.fakes;

/** A function from outside: events in, answers out, as Lambda's Invoke. */
public interface CalledFunction extends AutoCloseable {

    /**
     * Calls it with one event and waits for its answer.
     *
     * @throws IllegalStateException where the function fails, with Lambda's words for it
     */
    String call(String event);

    @Override
    void close();
}
