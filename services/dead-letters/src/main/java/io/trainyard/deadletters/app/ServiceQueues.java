package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Letter;
import java.time.Duration;
import java.util.List;

/** The queues of the services. At least once: a message whose sending fails may have gone out. */
public interface ServiceQueues {

    /**
     * Sends a message back to its service.
     *
     * @param letter travels with it, so that the desk knows it again where it dies again
     */
    void send(String service, String body, String letter);

    /** Sends up to {@link Letters#TOGETHER} letters back to their service, each as above. Throws where one could not be sent. */
    void send(String service, List<Letter> letters);

    /** Brings a replay back to the desk's own queue. */
    void goOn(String replay, Duration delay);
}
