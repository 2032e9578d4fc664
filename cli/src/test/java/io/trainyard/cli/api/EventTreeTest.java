package io.trainyard.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTreeTest {

    @Test
    void eachEventStandsBelowItsCause() {
        assertThat(lines(event("a", ""), event("b", "a"), event("c", "b"), event("d", "a")))
                .containsExactly("a", "├─ b", "│  └─ c", "└─ d");
    }

    @Test
    void anEventWhoseCauseIsUnknownIsARoot() {
        assertThat(lines(event("b", "gone"), event("c", "b"))).containsExactly("b", "└─ c");
    }

    @Test
    void anEventThatNamesItselfIsShownOnce() {
        assertThat(lines(event("a", "a"))).containsExactly("a");
    }

    private static List<String> lines(EventView... events) {
        return new EventTree(List.of(events)).lines(EventView::id);
    }

    private static EventView event(String id, String cause) {
        return new EventView(
                id,
                "name",
                "source",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(cause).filter(text -> !text.isEmpty()));
    }
}
