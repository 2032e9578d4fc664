package io.trainyard.simulation;

import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.steps.domain.AttemptState;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has to hold of the services when nothing is left to happen: nothing is paid for that nobody uses, and nothing is stuck. */
record NothingLeft(World world) {

    void check() {
        noPaidOrphan();
        nothingStuck();
    }

    private void noPaidOrphan() {
        Violation.unless(world.services().training().running() == 0, "a training job still runs");
        Set<String> ready = world.services().slots().read().slots().stream()
                .filter(slot -> slot.state() == SlotState.READY)
                .map(Slot::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        var endpoints = world.services().endpoints();
        Violation.unless(
                endpoints.names().equals(ready), "endpoints " + endpoints.names() + " stand, READY are " + ready);
        Violation.unless(
                endpoints.configurationNames().equals(ready),
                "configurations " + endpoints.configurationNames() + " stand, READY are " + ready);
        Violation.unless(
                world.services().slots().read().slots().size() == ready.size(), "a slot is neither READY nor free");
    }

    private void nothingStuck() {
        world.services()
                .rows()
                .forEach((kind, rows) -> rows.all()
                        .filter(row -> row.state() != AttemptState.SAID && row.state() != AttemptState.STOPPED)
                        .findFirst()
                        .ifPresent(row -> {
                            throw new Violation("a row of " + kind + " is stuck in " + row.state() + ": " + row.key());
                        }));
        world.services()
                .climbs()
                .all()
                .forEach(climb ->
                        Violation.unless(climb.state() != ClimbState.PARKED, climb.key() + " is parked for ever"));
        Violation.unless(world.services().timersAreQuiet(), "a timer is left");
    }
}
