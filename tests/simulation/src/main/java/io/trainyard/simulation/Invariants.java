package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobFailed;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of the protocol, as far as they can be seen: some after every step, the rest when nothing is left to happen. */
final class Invariants {

    private final World world;
    private final Map<String, String> terminal = new HashMap<>();
    private SlotTable checked = SlotTable.EMPTY;
    private int seen;

    Invariants(World world) {
        this.world = world;
    }

    void afterEveryStep() {
        capHolds();
        oneTerminalDecision();
    }

    void whenDrained() {
        new NothingLeft(world).check();
        new DecidedRuns(world).check();
        new EmptyDesk(world).check();
    }

    private void capHolds() {
        var limits = world.limits();
        int standing = world.services().endpoints().count();
        if (standing > limits.total()) {
            throw new Violation(standing + " endpoints stand, cap and surge are " + limits.total());
        }
        SlotTable table = world.services().slots().read();
        if (table != checked) {
            checked = table;
            Violation.unless(table.count(SlotState.READY) <= limits.cap(), "more READY endpoints than the cap");
            Violation.unless(table.slots().size() <= limits.total(), "more slots than cap and surge");
        }
    }

    private void oneTerminalDecision() {
        List<Event> said = world.bus().said();
        for (; seen < said.size(); seen++) {
            Event event = said.get(seen);
            boolean decides = event.fact() instanceof JobCompleted
                    || event.fact() instanceof JobFailed
                    || event.fact() instanceof JobCancelled;
            if (decides) {
                String run = event.metadata().jobId() + "#"
                        + event.position().orElseThrow().run();
                String before = terminal.put(run, event.metadata().id());
                Violation.unless(
                        before == null || before.equals(event.metadata().id()), "two terminal events for " + run);
            }
        }
    }
}
