package io.trainyard.steps.app;

import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;
import java.util.function.Supplier;

/** A launching service: everything that it does about the steps of its kind. */
public final class StepService implements LaunchingService {

    private final StepWork work;
    private final StepStores stores;
    private final SettleStep settle;
    private final StopSteps stop;
    private final StartSteps start;

    /** @param owners draws a new name for each claim's lease */
    public StepService(StepWork work, StepStores stores, Supplier<String> owners) {
        this.work = work;
        this.stores = stores;
        this.stop = new StopSteps(work, stores);
        this.settle = new SettleStep(work, stores, stop);
        this.start = new StartSteps(work, stores, owners, settle, stop);
    }

    @Override
    public void hear(Event event) {
        switch (event) {
            case Releasing releasing -> start.start(releasing);
            case Standing standing -> {
                if (standing.route().over()) {
                    stop.stopRun(standing.metadata().jobId(), standing.route().run());
                }
            }
            case Unrouted unrouted -> {
                if (unrouted.fact() instanceof JobCancelRequested cancel) {
                    stop.stopRun(unrouted.metadata().jobId(), cancel.run());
                }
            }
        }
    }

    @Override
    public void discard(Event release, String reason, String by) {
        if (release instanceof Releasing releasing) {
            start.discard(releasing, reason, by);
        }
    }

    @Override
    public void sweep() {
        work.sweep(stores.attempts());
    }

    /** Stops whatever the run still runs here, and everything that is released for it from now on. */
    public void stop(String jobId, int run) {
        stop.stopRun(jobId, run);
    }

    @Override
    public boolean changed(ResourceChange change) {
        var row = stores.attempts().find(AttemptKey.of(change.name()));
        row.ifPresent(attempt -> changed(attempt, change));
        return row.isPresent();
    }

    private void changed(Attempt row, ResourceChange change) {
        switch (row.state()) {
            case CLAIMED, LAUNCHED -> {
                if (work.read(row, change) instanceof Sighting.Ended ended) {
                    settle.settle(row, ended.outcome());
                }
            }
            case STOPPING -> stop.stop(row);
            case SETTLED -> settle.say(row);
            case WAITING, SAID, STOPPED -> {
                // A late copy of what is known.
            }
        }
    }

    @Override
    public void tick(AttemptKey key) {
        var row = stores.attempts().find(key);
        if (row.isEmpty()) {
            stores.timers().remove(key);
            return;
        }
        Attempt attempt = row.get();
        boolean late = !stores.clock().instant().isBefore(attempt.until());
        if (late && attempt.state().stoppable()) {
            stop.halt(attempt);
            return;
        }
        switch (attempt.state()) {
            case CLAIMED, WAITING -> start.again(attempt);
            case LAUNCHED -> check(attempt);
            case SETTLED -> settle.say(attempt);
            case STOPPING -> stop.stop(attempt);
            case SAID, STOPPED -> stores.timers().remove(key);
        }
    }

    private void check(Attempt launched) {
        switch (work.look(launched)) {
            case Sighting.Running running -> {
                // It takes its time; the timer comes again.
            }
            case Sighting.Ended ended -> settle.settle(launched, ended.outcome());
            case Sighting.Absent absent -> settle.settle(launched, work.vanished(launched));
        }
    }
}
