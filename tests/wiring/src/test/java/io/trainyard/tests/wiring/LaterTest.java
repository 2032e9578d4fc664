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

    /** For the record, and through it for people: the ledger alone hears them, and shows or decides. */
    private static final Set<EventType> FOR_THE_RECORD = Set.of(
            EventType.JOB_DEADLINE_PASSED,
            EventType.JOB_NUDGE_REQUESTED,
            EventType.MESSAGE_UNPARKED,
            EventType.TRAINING_STARTED,
            EventType.ENDPOINT_DEPLOYING,
            EventType.ENDPOINT_RETIRED);

    private static final String RECORD = "ledger";

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
                        lines(type -> said(type) && !actedOn(type) && !needsNobody(type), " nobody hears"));
    }

    @Test
    void theRecordHearsEveryEventOfOurs() {
        for (EventType type : EventType.values()) {
            if (type != EventType.JOB_REQUESTED) {
                assertThat(SampleEvents.real(type))
                        .allSatisfy(event -> assertThat(EARS.hearing(event))
                                .as(event.label())
                                .contains(RECORD));
            }
        }
    }

    @Test
    void whatIsForTheRecordIsHeardByNobodyElse() {
        for (EventType type : FOR_THE_RECORD) {
            assertThat(actedOn(type)).as(type.eventName()).isFalse();
        }
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

    private static boolean needsNobody(EventType type) {
        return TERMINAL.contains(type) || FOR_THE_RECORD.contains(type);
    }

    /** Whether a service other than the record, which hears everything, hears it. */
    private static boolean actedOn(EventType type) {
        return SampleEvents.real(type).stream()
                .flatMap(event -> EARS.hearing(event).stream())
                .anyMatch(service -> !service.equals(RECORD));
    }
}
