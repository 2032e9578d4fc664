package io.trainyard.dryruns;

import io.trainyard.events.Event;
import io.trainyard.steps.app.EventBus;
import io.trainyard.steps.app.LeaseHeld;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.app.StepWork;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a service's own code on an event with ports that only write down what would be asked of them: rows are read as they are and
 * written in memory, nothing is said, set or launched.
 */
public final class DryRun {

    private final StepWork work;
    private final StepStores stores;

    public DryRun(StepWork work, StepStores stores) {
        this.work = work;
        this.stores = stores;
    }

    /** What the service would do with the event now; one line that says so where that is nothing. */
    public List<String> of(Event event) {
        var decisions = new ArrayList<String>();
        var rows = new DryAttempts(stores.attempts(), decisions);
        EventBus bus = events -> events.forEach(said -> decisions.add("say " + said.name()));
        var dry = new StepStores(rows, bus, new DryTimers(decisions), stores.clock(), stores.settings());
        try {
            new StepService(new DryWork(work, decisions), dry, () -> "dry-run").hear(event);
        } catch (DryWork.Launched launched) {
            // What comes after the launch depends on AWS's answer.
        } catch (LeaseHeld held) {
            decisions.add("wait: " + held.getMessage());
        }
        return decisions.isEmpty()
                ? List.of("nothing: it is done already, too late, or not this service's")
                : decisions;
    }
}
