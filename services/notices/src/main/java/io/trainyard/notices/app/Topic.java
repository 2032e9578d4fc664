package io.trainyard.notices.app;

import io.trainyard.notices.domain.Notice;

/** Where people hear notices. */
public interface Topic {

    /** Publishes a notice. Returns only when it is taken; on an exception it may have gone out, under the same id. */
    void publish(Notice notice);
}
