package io.trainyard.notices.app;

import io.trainyard.notices.domain.Notice;
import java.util.ArrayList;
import java.util.List;

/** A topic that remembers what was published, copies included. */
public final class InMemoryTopic implements Topic {

    private final List<Notice> published = new ArrayList<>();

    @Override
    public void publish(Notice notice) {
        published.add(notice);
    }

    public List<Notice> published() {
        return published;
    }
}
