package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LedgerProperties {

    private static final Clock CLOCK = Clock.fixed(Story.START.plusSeconds(86_400), ZoneOffset.UTC);

    @Property(tries = 300)
    void everyOrderAndEveryDuplicateGivesTheSameRecordAndOneTerminalEvent(@ForAll long seed) {
        var events = new ArrayList<Event>(new Story(1).whole());
        events.addAll(new Story(1).whole());
        events.addAll(new Story(1).whole());
        Collections.shuffle(events, new Random(seed));

        assertThat(told(events)).isEqualTo(told(new Story(1).whole()));
    }

    @Property(tries = 300)
    void theStatusNeverMovesBackWithinARun(@ForAll long seed) {
        var story = new Story(1);
        var events = new ArrayList<Event>(story.whole());
        events.add(story.retired());
        Collections.shuffle(events, new Random(seed));
        var books = new InMemoryBooks();
        var ledger = new Ledger(books, said -> {}, CLOCK, Measures.NONE);
        JobStatus last = JobStatus.PENDING;
        for (Event event : events) {
            ledger.hear(event);
            JobStatus now = books.record(Story.JOB).orElseThrow().status();
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }

    private static JobRecord told(List<Event> events) {
        var books = new InMemoryBooks();
        var said = new ArrayList<Event>();
        var ledger = new Ledger(books, said::addAll, CLOCK, Measures.NONE);
        events.forEach(ledger::hear);
        assertThat(said).extracting(Event::name).containsExactly("job-completed");
        return books.record(Story.JOB).orElseThrow();
    }
}
