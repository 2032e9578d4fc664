package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger hears its own verdicts too: they are in its books, unless these are new. */
class OwnWordTest {

    private static final Clock CLOCK = Clock.fixed(Story.START.plusSeconds(900), ZoneOffset.UTC);

    private final InMemoryBooks books = new InMemoryBooks();
    private final List<Event> said = new ArrayList<>();
    private final Ledger ledger = new Ledger(books, said::addAll, CLOCK, Measures.NONE);
    private final List<Event> whole = new Story(1).whole();

    @Test
    void changesNothing() {
        Event completed = heardWhole();
        JobRecord before = books.record(Story.JOB).orElseThrow();
        ledger.hear(completed, "trainyard.ledger");

        assertThat(books.record(Story.JOB)).contains(before);
        assertThat(said).containsExactly(completed);
    }

    @Test
    void healsAMarkThatAKillHasLost() {
        Event completed = heardWhole();
        var killed = new InMemoryBooks();
        whole.forEach(killed::keep);
        killed.decide((Standing) completed);
        new Ledger(killed, said::addAll, CLOCK, Measures.NONE).hear(completed, "trainyard.ledger");

        assertThat(killed.file(Story.JOB).verdict(1).orElseThrow().said()).isTrue();
        assertThat(said).containsExactly(completed);
    }

    @Test
    void fillsEmptyBooks() {
        Event completed = heardWhole();
        var empty = new InMemoryBooks();
        var replayed = new Ledger(empty, said::addAll, CLOCK, Measures.NONE);
        replayed.hear(completed, "trainyard.ledger");
        whole.forEach(event -> replayed.hear(event, "trainyard.test"));

        assertThat(empty.record(Story.JOB).orElseThrow().status()).isEqualTo(JobStatus.READY);
        assertThat(said).containsExactly(completed);
    }

    private Event heardWhole() {
        whole.forEach(ledger::hear);
        return said.getFirst();
    }
}
