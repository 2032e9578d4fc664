package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the record tells of endpoints that outlive the run that made them, and of those that are gone. */
class EndpointRecordTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final Ledger ledger =
            new Ledger(books, events -> {}, Clock.fixed(Story.START, ZoneOffset.UTC), Measures.NONE);
    private final Story story = new Story(1);

    @Test
    void showsThatTheEndpointIsGone() {
        story.whole().forEach(ledger::hear);
        ledger.hear(story.retired());
        assertThat(record().status()).isEqualTo(JobStatus.ENDPOINT_DELETED);
    }

    /** {@code endpoint-retired} names the run that made the endpoint, whoever has taken it over since (ADR 10). */
    @Test
    void showsThatAnEndpointTakenOverFromAFailedRunIsGone() {
        List<Event> first = story.whole();
        first.subList(0, 5).forEach(ledger::hear);
        ledger.hear(story.deadline());
        ledger.hear(first.getLast());
        assertThat(record().status()).isEqualTo(JobStatus.ERROR);
        new Story(2).whole().forEach(ledger::hear);
        assertThat(record().status()).isEqualTo(JobStatus.READY);

        ledger.hear(story.retired());

        assertThat(record().status()).isEqualTo(JobStatus.ENDPOINT_DELETED);
        assertThat(record().history())
                .filteredOn(at -> at.run() == 1)
                .last()
                .satisfies(at -> assertThat(at.status()).isEqualTo(JobStatus.ERROR));
    }

    /** A resume with another spec deploys anew: until that serves, people read of the endpoint that they pay for. */
    @Test
    void namesTheEndpointOfAnOlderRunWhileItIsTheOneThatServes() {
        story.whole().forEach(ledger::hear);
        var resumed = new Story(2);
        ledger.hear(resumed.accepted());
        assertThat(record().run()).isEqualTo(2);
        assertThat(record().artifacts().endpointArn()).isEqualTo(Story.ENDPOINT_ARN);

        ledger.hear(story.retired());
        assertThat(record().artifacts().endpointArn()).isNull();
    }

    private JobRecord record() {
        return books.record(Story.JOB).orElseThrow();
    }
}
