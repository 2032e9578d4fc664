package io.trainyard.ledger.app;

import io.trainyard.events.Event;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Standing;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.Judgement;
import io.trainyard.ledger.domain.Nudge;
import io.trainyard.ledger.domain.RecordFold;
import io.trainyard.ledger.domain.StepState;
import io.trainyard.ledger.domain.Verdict;
import io.trainyard.measures.Measure;
import io.trainyard.measures.Measures;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Keeps the record of every job and decides how each run ended. Fed by every event of ours, asked by none on the way.
 *
 * <p>May be called with the same event again, in any order, by several handlers at once. The terminal event is decided before it
 * is said and marked after, so that a kill at any point is healed by any later event of the job, or the same one again. An
 * exception means that the message has to come again.
 */
public final class Ledger {

    private final Books books;
    private final EventBus bus;
    private final Clock clock;
    private final Measures measures;

    public Ledger(Books books, EventBus bus, Clock clock, Measures measures) {
        this.books = books;
        this.bus = bus;
        this.clock = clock;
        this.measures = measures;
    }

    /** Records an event of a job, decides what it decides, and says what is decided and not yet said. */
    public void hear(Event event) {
        if (isNews(event)) {
            books.keep(event);
            record(List.of(event));
        }
    }

    /** The same with who said it, as EventBridge let it pass. */
    public void hear(Event event, String source) {
        hear(Map.of(event, source));
    }

    /**
     * The same of several events of one job: one look at the books, and one record.
     *
     * @param events with who said each
     */
    public void hear(Map<Event, String> events) {
        List<Event> news = events.keySet().stream().filter(this::isNews).toList();
        news.forEach(event -> books.keep(event, events.get(event)));
        if (!news.isEmpty()) {
            record(news);
        }
    }

    private boolean isNews(Event event) {
        return !ofNoJob(event) && !ownWord(event);
    }

    /** A parked message that names no job: the desk shows it, and there is no record to keep it in. */
    private static boolean ofNoJob(Event event) {
        return event.metadata().jobId().equals(MessageParked.NO_JOB);
    }

    /** Our own word, come back: the books hold it as a verdict, and the record was written before it was said. */
    private boolean ownWord(Event event) {
        if (!(event instanceof Standing standing) || !terminal(standing)) {
            return false;
        }
        String id = event.metadata().id();
        List<Verdict> verdicts = books.file(event.metadata().jobId()).verdicts();
        boolean othersAreSaid = verdicts.stream().allMatch(verdict -> verdict.said() || ofId(verdict, id));
        var own = verdicts.stream().filter(verdict -> ofId(verdict, id)).findFirst();
        if (own.isEmpty() || !othersAreSaid) {
            return false;
        }
        if (!own.get().said()) {
            books.said(event.metadata().jobId(), own.get().run());
        }
        return true;
    }

    private static boolean ofId(Verdict verdict, String id) {
        return verdict.event().metadata().id().equals(id);
    }

    private void record(List<Event> events) {
        String jobId = events.getFirst().metadata().jobId();
        JobFile file = decided(books.file(jobId), events);
        books.write(file);
        for (Verdict verdict : file.verdicts()) {
            if (!verdict.said()) {
                bus.say(List.of(verdict.event()));
                books.said(jobId, verdict.run());
                measure(file, verdict.run());
            }
        }
        for (Event event : events) {
            if (event.fact() instanceof JobNudgeRequested nudge) {
                bus.say(Nudge.of(file, nudge.run(), event, clock.instant()));
            }
        }
    }

    /** Once for each run, when it is decided: what comes later changes nothing of what it took. */
    private void measure(JobFile file, int run) {
        for (StepState step : RecordFold.steps(file, run)) {
            var about = Map.of("jobId", file.jobId(), "step", step.step(), "kind", step.kind());
            step.seconds().ifPresent(seconds -> measures.record(Measure.STEP_DURATION, seconds, about));
            if (step.waitedSeconds() != null) {
                measures.record(Measure.DELAY, step.waitedSeconds(), about);
            }
            if (step.attempt() > 1) {
                measures.record(Measure.STEP_RETRIES, step.attempt() - 1, about);
            }
        }
        RecordFold.trainingCost(file, run)
                .ifPresent(usd -> measures.record(Measure.JOB_COST, usd.doubleValue(), Map.of("jobId", file.jobId())));
    }

    private JobFile decided(JobFile file, List<Event> events) {
        boolean changed = false;
        for (Event event : events) {
            if (event instanceof Standing standing && terminal(standing)) {
                // A replay into empty books, which must not judge a second time; or another verdict than the one
                // decided.
                books.decide(standing);
                books.said(file.jobId(), standing.route().run());
                changed = true;
            }
        }
        for (int run : file.runs()) {
            if (file.verdict(run).isEmpty()) {
                var verdict = Judgement.of(file, run, clock.instant());
                verdict.ifPresent(books::decide);
                changed |= verdict.isPresent();
            }
        }
        return changed ? books.file(file.jobId()) : file;
    }

    private static boolean terminal(Standing standing) {
        return standing.fact() instanceof JobCompleted
                || standing.fact() instanceof JobFailed
                || standing.fact() instanceof JobCancelled;
    }
}
