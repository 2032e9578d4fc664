package io.trainyard.ledger.domain;

import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobFailed;
import io.trainyard.events.Releasing;
import io.trainyard.events.StepFact;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Release;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The statuses that one run has had, each with the earliest time that shows it. */
final class StatusFold {

    private final JobFile file;
    private final int run;
    private final Map<JobStatus, Instant> seen = new EnumMap<>(JobStatus.class);

    private StatusFold(JobFile file, int run) {
        this.file = file;
        this.run = run;
    }

    /** In the order of their ranks. */
    static List<StatusAt> of(JobFile file, int run) {
        var fold = new StatusFold(file, run);
        file.ofRun(run).forEach(fold::add);
        fold.retired();
        return fold.seen.entrySet().stream()
                .map(status -> new StatusAt(status.getKey(), status.getValue(), run))
                .toList();
    }

    private void add(Event event) {
        Instant at = event.metadata().occurredAt();
        if (event instanceof Releasing releasing) {
            for (Release next : releasing.route().next()) {
                see(JobStatus.ofKind(next.kind()), at);
            }
        }
        if (event.fact() instanceof StepFact fact) {
            event.position()
                    .flatMap(position -> position.plan().step(fact.step()))
                    .map(PlannedStep::kind)
                    .ifPresent(kind -> see(JobStatus.ofKind(kind), at));
        }
        switch (event.fact()) {
            case EndpointDeploying deploying -> see(JobStatus.DEPLOYING_ENDPOINT, at);
            case EndpointReady ready -> {
                see(JobStatus.DEPLOYING_ENDPOINT, at);
                if (ready.retires() != null) {
                    see(JobStatus.DELETING_OLD_ENDPOINT, at);
                }
            }
            case JobCompleted completed -> see(served() ? JobStatus.READY : JobStatus.COMPLETED, at);
            case JobFailed failed -> see(JobStatus.ERROR, at);
            case JobCancelled cancelled -> see(JobStatus.CANCELLED, at);
            default -> {
                // Shows no status of its own.
            }
        }
    }

    /**
     * A run that served and whose endpoints are all gone; what is retired after a cancel or an error changes nothing. Looks at the whole
     * file: {@code endpoint-retired} names the run that made the endpoint, and a later one may have taken it over.
     */
    private void retired() {
        Set<String> left = file.facts(run, EndpointReady.class).stream()
                .map(EndpointReady::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Event event : file.events()) {
            if (event.fact() instanceof EndpointRetired retired) {
                left.remove(retired.endpoint());
                if (left.isEmpty() && !seen.containsKey(JobStatus.ERROR) && !seen.containsKey(JobStatus.CANCELLED)) {
                    see(JobStatus.ENDPOINT_DELETED, event.metadata().occurredAt());
                }
            }
        }
    }

    private boolean served() {
        return !file.facts(run, EndpointReady.class).isEmpty();
    }

    private void see(JobStatus status, Instant at) {
        seen.merge(status, at, (one, other) -> one.isBefore(other) ? one : other);
    }
}
