package io.trainyard.deadletters.app;

import java.time.Duration;

/** The queues of the services. At least once: a message whose sending fails may have gone out. */
public interface ServiceQueues {

    /**
     * Sends a message back to its service.
     *
     * @param letter travels with it, so that the desk knows it again where it dies again
     */
    void send(String service, String body, String letter);

    /** Brings a replay back to the desk's own queue. */
    void goOn(String replay, Duration delay);
}
