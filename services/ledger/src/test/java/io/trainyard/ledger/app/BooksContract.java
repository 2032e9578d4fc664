package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.Judgement;
import io.trainyard.ledger.domain.Story;
import io.trainyard.ledger.domain.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger's books have to do; run on the fake and on the adapter. */
public abstract class BooksContract {

    private final Story story = new Story(1);

    /** Empty books. */
    protected abstract Books books();

    /** The same books as another handler opens them. */
    protected abstract Books again(Books books);

    /** The status in the record that is written for the job. */
    protected abstract String statusOf(Books books, String jobId);

    @Test
    void keepsEveryFactOnceWithAllThatItSays() {
        Books books = books();
        List<Event> whole = story.whole();
        whole.forEach(books::keep);
        whole.forEach(books::keep);

        assertThat(books.file(Story.JOB).events()).isEqualTo(whole);
        assertThat(books.file("other").events()).isEmpty();
    }

    @Test
    void decidesARunOnce() {
        Books books = books();
        Standing completed = verdict(story.whole());
        Standing failed = verdict(List.of(new Story(1).accepted(), new Story(1).trainingFailed()));
        books.decide(failed);
        books.decide(completed);

        assertThat(books.file(Story.JOB).verdict(1)).contains(new Verdict(failed, false));
        books.said(Story.JOB, 1);
        assertThat(books.file(Story.JOB).verdict(1)).contains(new Verdict(failed, true));
    }

    @Test
    void readsWhatOtherHandlersKept() {
        Books mine = books();
        Books theirs = again(mine);
        List<Event> whole = story.whole();
        mine.keep(whole.getFirst());
        assertThat(theirs.file(Story.JOB).events()).hasSize(1);
        whole.forEach(theirs::keep);
        assertThat(mine.file(Story.JOB).events()).isEqualTo(whole);

        theirs.decide(verdict(whole));
        assertThat(mine.file(Story.JOB).verdict(1)).contains(new Verdict(verdict(whole), false));
        theirs.said(Story.JOB, 1);
        assertThat(mine.file(Story.JOB).verdict(1)).contains(new Verdict(verdict(whole), true));
    }

    @Test
    void keepsTheRecordThatKnowsMore() {
        Books books = books();
        List<Event> whole = story.whole();
        JobFile early = file(whole.subList(0, 2));
        books.write(early);
        assertThat(statusOf(books, Story.JOB)).isEqualTo("TRAINING_MODEL");
        books.write(file(whole.subList(0, 5)));
        books.write(early);

        assertThat(statusOf(books, Story.JOB)).isEqualTo("DEPLOYING_ENDPOINT");
    }

    private static JobFile file(List<Event> events) {
        return new JobFile(Story.JOB, events, List.of());
    }

    private static Standing verdict(List<Event> events) {
        return Judgement.of(new JobFile(Story.JOB, events, List.of()), 1, Story.START)
                .orElseThrow();
    }
}
