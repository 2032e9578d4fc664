package io.trainyard.simulation;

import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.steps.domain.AttemptState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of the protocol, as far as they can be seen: some after every step, the rest when nothing is left to happen. */
final class Invariants {

    private static final Set<JobStatus> OVER = EnumSet.of(
            JobStatus.READY,
            JobStatus.COMPLETED,
            JobStatus.ENDPOINT_DELETED,
            JobStatus.ERROR,
            JobStatus.CANCELLED,
            JobStatus.REJECTED);

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
        noPaidOrphan();
        nothingStuck();
        everyRunIsDecidedAndSaid();
        theRecordTellsTheTruth();
        nothingWaitsAtTheDesk();
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
            require(table.count(SlotState.READY) <= limits.cap(), "more READY endpoints than the cap");
            require(table.slots().size() <= limits.total(), "more slots than cap and surge");
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
                require(before == null || before.equals(event.metadata().id()), "two terminal events for " + run);
            }
        }
    }

    private void noPaidOrphan() {
        require(world.services().training().running() == 0, "a training job still runs");
        Set<String> ready = world.services().slots().read().slots().stream()
                .filter(slot -> slot.state() == SlotState.READY)
                .map(Slot::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        var endpoints = world.services().endpoints();
        require(endpoints.names().equals(ready), "endpoints " + endpoints.names() + " stand, READY are " + ready);
        require(
                endpoints.configurationNames().equals(ready),
                "configurations " + endpoints.configurationNames() + " stand, READY are " + ready);
        require(world.services().slots().read().slots().size() == ready.size(), "a slot is neither READY nor free");
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
                .forEach(climb -> require(climb.state() != ClimbState.PARKED, climb.key() + " is parked for ever"));
        require(world.services().timersAreQuiet(), "a timer is left");
    }

    private void everyRunIsDecidedAndSaid() {
        for (OpenedRun run : world.door().opened()) {
            var verdict = world.records().verdicts(run.jobId()).get(run.run());
            require(verdict != null, "run " + run.run() + " of " + run.jobId() + " is not decided");
            require(verdict.said(), "the verdict on run " + run.run() + " of " + run.jobId() + " is not said");
        }
    }

    /** What people read is what stands: READY where an endpoint serves; the endpoint of a failed run stands under its name. */
    private void theRecordTellsTheTruth() {
        Map<String, String> serving = world.services().slots().read().slots().stream()
                .collect(Collectors.toMap(slot -> slot.key().jobId(), Slot::endpoint, (one, other) -> other));
        world.records().records().forEach((jobId, record) -> {
            require(
                    OVER.contains(record.status()),
                    jobId + " is still " + record.status() + " when nothing is left to happen");
            String endpoint = serving.get(jobId);
            require(
                    record.status() != JobStatus.READY || endpoint != null,
                    jobId + " is READY in its record, and no endpoint of it stands");
            boolean told = record.status() == JobStatus.READY
                    || record.status() == JobStatus.ERROR
                            && endpoint != null
                            && endpoint.equals(record.artifacts().endpoint());
            require(
                    endpoint == null || told,
                    "the endpoint " + endpoint + " stands, and its record says " + record.status() + " and "
                            + record.artifacts().endpoint());
        });
        require(
                world.records()
                        .records()
                        .keySet()
                        .containsAll(world.door().opened().stream()
                                .map(OpenedRun::jobId)
                                .toList()),
                "a job has no record");
    }

    /** Every letter is back with its service, and every parking was said, and so was its end. */
    private void nothingWaitsAtTheDesk() {
        Set<String> parked = ids(MessageParked.class);
        Set<String> unparked = world.bus().said().stream()
                .map(Event::fact)
                .filter(MessageUnparked.class::isInstance)
                .map(fact -> ((MessageUnparked) fact).parked())
                .collect(Collectors.toCollection(TreeSet::new));
        require(parked.equals(unparked), "parked " + parked + ", unparked " + unparked);
        int parkings = 0;
        for (Letter letter : world.stage().deadLetters().orElseThrow().letters()) {
            require(!letter.parked(), "letter " + letter.id() + " still waits");
            parkings += Contents.of(letter.body()).aboutParking() ? 0 : letter.parkings();
        }
        require(parked.size() == parkings, parkings + " parkings, " + parked.size() + " said");
    }

    private Set<String> ids(Class<?> fact) {
        return world.bus().said().stream()
                .filter(event -> fact.isInstance(event.fact()))
                .map(event -> event.metadata().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
