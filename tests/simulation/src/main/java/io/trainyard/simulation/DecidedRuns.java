package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.slots.Slot;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to hold of the record when nothing is left to happen: every run is decided, and what people read is what stands. */
record DecidedRuns(World world) {

    private static final Set<JobStatus> OVER = EnumSet.of(
            JobStatus.READY,
            JobStatus.COMPLETED,
            JobStatus.ENDPOINT_DELETED,
            JobStatus.ERROR,
            JobStatus.CANCELLED,
            JobStatus.REJECTED);

    void check() {
        everyRunIsDecidedAndSaid();
        theRecordTellsTheTruth();
        everyEventHasACause();
    }

    /** So that a job's events are one tree, whatever came twice, late or again: no trace has an orphan. */
    private void everyEventHasACause() {
        Set<String> known = new HashSet<>(world.requested());
        world.bus().said().forEach(event -> known.add(event.metadata().id()));
        for (Event event : world.bus().said()) {
            String cause = event.metadata().causationId();
            Violation.unless(known.contains(cause), event.name() + " was led to by " + cause + ", which nobody said");
        }
    }

    private void everyRunIsDecidedAndSaid() {
        for (OpenedRun run : world.door().opened()) {
            var verdict = world.records().verdicts(run.jobId()).get(run.run());
            Violation.unless(verdict != null, "run " + run.run() + " of " + run.jobId() + " is not decided");
            Violation.unless(verdict.said(), "the verdict on run " + run.run() + " of " + run.jobId() + " is not said");
        }
    }

    /** What people read is what stands: READY where an endpoint serves; the endpoint of a failed run stands under its name. */
    private void theRecordTellsTheTruth() {
        Map<String, String> serving = world.services().slots().read().slots().stream()
                .collect(Collectors.toMap(slot -> slot.key().jobId(), Slot::endpoint, (one, other) -> other));
        world.records().records().forEach((jobId, record) -> {
            Violation.unless(
                    OVER.contains(record.status()),
                    jobId + " is still " + record.status() + " when nothing is left to happen");
            String endpoint = serving.get(jobId);
            Violation.unless(
                    record.status() != JobStatus.READY || endpoint != null,
                    jobId + " is READY in its record, and no endpoint of it stands");
            boolean told = record.status() == JobStatus.READY
                    || record.status() == JobStatus.ERROR
                            && endpoint != null
                            && endpoint.equals(record.artifacts().endpoint());
            Violation.unless(
                    endpoint == null || told,
                    "the endpoint " + endpoint + " stands, and its record says " + record.status() + " and "
                            + record.artifacts().endpoint());
        });
        Violation.unless(
                world.records()
                        .records()
                        .keySet()
                        .containsAll(world.door().opened().stream()
                                .map(OpenedRun::jobId)
                                .toList()),
                "a job has no record");
    }
}
