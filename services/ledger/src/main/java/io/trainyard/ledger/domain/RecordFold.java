package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.JobRejected;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.Violation;
import io.trainyard.events.route.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Folds everything recorded of a job into its record. The same facts give the same record, whatever order they came in. */
public final class RecordFold {

    private final JobFile file;
    private final int run;

    private RecordFold(JobFile file) {
        this.file = file;
        this.run = file.runs().isEmpty() ? 0 : file.runs().last();
    }

    /** @param file with at least one event */
    public static JobRecord of(JobFile file) {
        return new RecordFold(file).fold();
    }

    /** How far each step of a run is; none before its route is known. */
    public static List<StepState> steps(JobFile file, int run) {
        return file.position(run)
                .map(position -> StepFold.of(file, run, position.plan()))
                .orElse(List.of());
    }

    /**
     * What the training of a run costs on-demand, in USD, without what an older run has trained. Empty where it trained nothing, or on a
     * type without a price: part of a sum would mislead.
     */
    public static Optional<BigDecimal> trainingCost(JobFile file, int run) {
        var older = file.runs().headSet(run).stream()
                .flatMap(one -> file.facts(one, TrainingCompleted.class).stream())
                .map(TrainingCompleted::resource)
                .collect(Collectors.toSet());
        var trained = file.facts(run, TrainingCompleted.class).stream()
                .filter(fact -> older.add(fact.resource()))
                .toList();
        var costs = trained.stream()
                .flatMap(fact -> SpotUse.OnDemandPrices.KNOWN
                        .cost(fact.instanceType(), fact.billableSeconds() * instances(file, run, fact.step()))
                        .stream())
                .toList();
        return costs.size() < trained.size() ? Optional.empty() : costs.stream().reduce(BigDecimal::add);
    }

    /** AWS tells the time of one. */
    private static int instances(JobFile file, int run, String step) {
        return file.position(run).stream()
                .flatMap(position -> position.plan().steps().stream())
                .filter(planned -> planned.step().equals(step))
                .mapToInt(planned -> planned.spec().path("instanceCount").asInt(1))
                .findFirst()
                .orElse(1);
    }

    private JobRecord fold() {
        Optional<Position> at = file.position(run);
        List<StepState> steps = steps(file, run);
        List<StatusAt> history = history();
        List<Parked> parked = file.verdict(run).isPresent() ? List.of() : Parked.of(file);
        return new JobRecord(
                        file.jobId(),
                        JobName.of(file).orElse(file.jobId()),
                        parked.isEmpty() ? history.getLast().status() : JobStatus.PARKED,
                        run,
                        JobName.sender(file).orElse(null),
                        file.events().getFirst().metadata().occurredAt(),
                        file.events().getLast().metadata().occurredAt(),
                        at.map(Position::until).orElse(null),
                        history,
                        Artifacts.of(file, run),
                        Trouble.of(file, run),
                        violations(),
                        Waiting.of(file, run, steps),
                        parked,
                        at.map(position -> position.plan().steps()).orElse(List.of()),
                        steps,
                        billableSeconds(),
                        file.events().stream()
                                .map(event -> Heard.of(event, file))
                                .toList(),
                        0)
                .shortened();
    }

    private List<StatusAt> history() {
        var history = new ArrayList<StatusAt>();
        file.runs().forEach(one -> history.addAll(StatusFold.of(file, one)));
        if (history.isEmpty()) {
            Event first = file.events().getFirst();
            Optional<Event> no = rejection();
            Instant at = no.orElse(first).metadata().occurredAt();
            history.add(new StatusAt(no.isPresent() ? JobStatus.REJECTED : JobStatus.PENDING, at, 0));
        }
        return history;
    }

    /** Of the request; once a run is open, of the resume that was refused after it. */
    private List<Violation> violations() {
        Instant opened = file.ofRun(run).stream()
                .map(event -> event.metadata().occurredAt())
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
        return rejection()
                .filter(no -> run == 0 || no.metadata().occurredAt().isAfter(opened))
                .map(no -> ((JobRejected) no.fact()).violations())
                .orElse(List.of());
    }

    /** The newest no: a job that was refused, mended and refused again. */
    private Optional<Event> rejection() {
        return file.events().stream()
                .filter(event -> event.fact() instanceof JobRejected)
                .reduce((earlier, later) -> later);
    }

    /** A resumed run says again what an older one has trained: each training job is billed once. */
    private long billableSeconds() {
        Map<String, Long> byJob = file.events().stream()
                .map(Event::fact)
                .filter(TrainingCompleted.class::isInstance)
                .map(TrainingCompleted.class::cast)
                .collect(Collectors.toMap(
                        TrainingCompleted::resource, TrainingCompleted::billableSeconds, (one, again) -> one));
        return byJob.values().stream().mapToLong(Long::longValue).sum();
    }
}
