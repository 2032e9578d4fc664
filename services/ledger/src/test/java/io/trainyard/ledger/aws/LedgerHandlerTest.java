package io.trainyard.ledger.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Message;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.app.InMemoryBooks;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that come together are recorded together, and none is lost where that fails. */
class LedgerHandlerTest {

    private final CountedBooks books = new CountedBooks();
    private final List<Event> said = new ArrayList<>();
    private final LedgerHandler handler =
            new LedgerHandler(new Ledger(books, said::addAll, Clock.fixed(Story.START, ZoneOffset.UTC), Measures.NONE));
    private final List<Message> whole =
            new Story(1).whole().stream().map(LedgerHandlerTest::message).toList();

    @Test
    void writesOneRecordForAllEventsOfAJobInABatch() {
        handler.expect(whole);
        whole.forEach(handler::handle);

        assertThat(books.written).isEqualTo(1);
        assertThat(status()).isEqualTo(JobStatus.READY);
        assertThat(said).extracting(Event::name).containsExactly("job-completed");
    }

    @Test
    void keepsOfEachEventWhoSaidIt() {
        handler.expect(whole);
        whole.forEach(handler::handle);

        JobFile file = books.file(Story.JOB);
        assertThat(file.events())
                .allSatisfy(event -> assertThat(file.source(event))
                        .contains(event.name().equals("job-completed") ? "trainyard.ledger" : "trainyard.test"));
    }

    @Test
    void triesAllAgainForEachMessageUntilItIsRecorded() {
        books.failures = 2;
        handler.expect(whole);
        assertThatThrownBy(() -> handler.handle(whole.get(0))).hasMessage("no table");
        assertThatThrownBy(() -> handler.handle(whole.get(1))).hasMessage("no table");
        whole.subList(2, whole.size()).forEach(handler::handle);
        assertThat(books.written).isEqualTo(1);

        handler.expect(whole.subList(0, 1));
        handler.handle(whole.getFirst());
        assertThat(books.written).as("what comes again is recorded again").isEqualTo(2);
        assertThat(status()).isEqualTo(JobStatus.READY);
    }

    @Test
    void anUnreadableMessageFailsForItself() {
        Message strange = Message.read("""
                {"id": "1", "account": "123456789012", "time": "2026-11-25T10:00:00Z", "source": "trainyard.training",
                "detail-type": "training-started", "detail": {"metadata": {}}}""");
        var batch = List.of(whole.get(0), strange, whole.get(1));
        handler.expect(batch);
        handler.handle(batch.get(0));
        assertThatThrownBy(() -> handler.handle(strange)).isInstanceOf(UnreadableEvent.class);
        handler.handle(batch.get(2));

        assertThat(status()).isEqualTo(JobStatus.TRAINING_MODEL);
        assertThat(books.written).isEqualTo(1);
    }

    @Test
    void handlesAMessageThatItWasNotToldOf() {
        whole.forEach(handler::handle);
        assertThat(status()).isEqualTo(JobStatus.READY);
    }

    private JobStatus status() {
        return books.inner.record(Story.JOB).orElseThrow().status();
    }

    private static Message message(Event event) {
        return Message.read("""
                {"id": "1", "account": "123456789012", "time": "2026-11-25T10:00:00Z", "source": "trainyard.test",
                "detail-type": "%s", "detail": %s}""".formatted(event.name(), EventCodec.detail(event)));
    }

    /** Books that count their records and fail as often as they are told. */
    private static final class CountedBooks implements Books {
        private final InMemoryBooks inner = new InMemoryBooks();
        private int written;
        private int failures;

        @Override
        public void keep(Event fact) {
            inner.keep(fact);
        }

        @Override
        public void keep(Event fact, String source) {
            inner.keep(fact, source);
        }

        @Override
        public JobFile file(String jobId) {
            return inner.file(jobId);
        }

        @Override
        public void decide(Standing verdict) {
            inner.decide(verdict);
        }

        @Override
        public void said(String jobId, int run) {
            inner.said(jobId, run);
        }

        @Override
        public void write(JobFile file) {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("no table");
            }
            written++;
            inner.write(file);
        }
    }
}
