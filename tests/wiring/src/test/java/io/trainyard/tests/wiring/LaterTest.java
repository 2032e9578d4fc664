package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Nothing is said into the void, and nothing waits for what nobody says; what a later service will do stands in one list. */
class LaterTest {

    /** Said for people and for upstream systems; the job is decided, so nobody has to act on them. */
    private static final Set<EventType> TERMINAL =
            Set.of(EventType.JOB_REJECTED, EventType.JOB_COMPLETED, EventType.JOB_FAILED, EventType.JOB_CANCELLED);

    private static final Ears EARS = new Ears();
    private static final List<String> LATER = Checkout.list("later.txt").stream()
            .map(line -> line.replaceAll("\\s+", " "))
            .toList();

    @Test
    void eachEventIsSaidByAServiceOrStandsInTheList() {
        assertThat(LATER.stream().filter(line -> line.endsWith(" nobody says")))
                .as("tests/wiring/src/test/resources/later.txt")
                .containsExactlyInAnyOrderElementsOf(lines(type -> !said(type), " nobody says"));
    }

    @Test
    void eachEventThatIsSaidIsHeardOrTerminalOrStandsInTheList() {
        assertThat(LATER.stream().filter(line -> line.endsWith(" nobody hears")))
                .as("tests/wiring/src/test/resources/later.txt")
                .containsExactlyInAnyOrderElementsOf(
                        lines(type -> said(type) && !heard(type) && !TERMINAL.contains(type), " nobody hears"));
    }

    @Test
    void theListHoldsNothingElse() {
        assertThat(LATER).doesNotHaveDuplicates().allMatch(line -> line.matches("[a-z-]+ nobody (says|hears)"));
    }

    private static List<String> lines(Predicate<EventType> such, String ending) {
        return Arrays.stream(EventType.values())
                .filter(such)
                .map(type -> type.eventName() + ending)
                .toList();
    }

    private static boolean said(EventType type) {
        return type == EventType.JOB_REQUESTED
                || Checkout.wiring().services().stream()
                        .anyMatch(service -> service.says().contains(type.eventName()));
    }

    private static boolean heard(EventType type) {
        return SampleEvents.real(type).stream()
                .anyMatch(event -> !EARS.hearing(event).isEmpty());
    }
}
