package io.trainyard.ledger.domain;

import io.trainyard.events.EndpointRetired;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.route.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything recorded of one job: facts in whatever order they came, each once, and what was decided. */
public final class JobFile {

    private static final Comparator<Event> OLDEST_FIRST = (one, other) -> {
        int byTime = one.metadata().occurredAt().compareTo(other.metadata().occurredAt());
        return byTime != 0
                ? byTime
                : one.metadata().id().compareTo(other.metadata().id());
    };

    private static final String LEDGER = "trainyard.ledger";

    private final String jobId;
    private final List<Event> events;
    private final Map<Integer, Verdict> verdicts;
    private final Map<String, String> sources;
    private final Map<Integer, List<Event>> byRun = new TreeMap<>();
    private final Map<Integer, Position> positions = new TreeMap<>();

    /** Of facts whose sources were not kept. */
    public JobFile(String jobId, Collection<Event> facts, Collection<Verdict> verdicts) {
        this(jobId, facts, verdicts, Map.of());
    }

    /**
     * @param facts in any order; second copies are dropped
     * @param sources who said them, by event id, as far as that is known
     */
    public JobFile(String jobId, Collection<Event> facts, Collection<Verdict> verdicts, Map<String, String> sources) {
        this.jobId = jobId;
        var byId = new LinkedHashMap<String, Event>();
        facts.forEach(fact -> byId.putIfAbsent(fact.metadata().id(), fact));
        verdicts.forEach(verdict -> byId.putIfAbsent(verdict.event().metadata().id(), verdict.event()));
        var sorted = new ArrayList<>(byId.values());
        sorted.sort(OLDEST_FIRST);
        this.events = Collections.unmodifiableList(sorted);
        this.sources = Map.copyOf(sources);
        this.verdicts = new TreeMap<>();
        verdicts.forEach(verdict -> this.verdicts.put(verdict.run(), verdict));
        for (Event event : events) {
            Position at = event.position().orElse(null);
            if (at != null) {
                positions.merge(at.run(), at, Position::merge);
            }
            OptionalInt run = at == null ? runOf(event) : OptionalInt.of(at.run());
            if (run.isPresent()) {
                byRun.computeIfAbsent(run.getAsInt(), one -> new ArrayList<>()).add(event);
            }
        }
    }

    public String jobId() {
        return jobId;
    }

    /** Every event, oldest first; of two at the same time the one with the smaller id. */
    public List<Event> events() {
        return events;
    }

    /** Who said an event, as EventBridge let it pass; of a verdict the ledger itself, also before it has heard that. */
    public Optional<String> source(Event event) {
        String id = event.metadata().id();
        boolean ours = verdicts.values().stream()
                .anyMatch(verdict -> verdict.event().metadata().id().equals(id));
        return Optional.ofNullable(ours ? LEDGER : sources.get(id));
    }

    /** How much is known: of two files of a job, the one with more events knows all that the other knows. */
    public int size() {
        return events.size();
    }

    public List<Verdict> verdicts() {
        return List.copyOf(verdicts.values());
    }

    public Optional<Verdict> verdict(int run) {
        return Optional.ofNullable(verdicts.get(run));
    }

    /** The runs that are known to have been opened, oldest first. */
    public SortedSet<Integer> runs() {
        return new TreeSet<>(positions.keySet());
    }

    /** Everything that concerns one run. */
    public List<Event> ofRun(int run) {
        return Collections.unmodifiableList(byRun.getOrDefault(run, List.of()));
    }

    /** How far a run has come, from all its branches together; empty before any event with a route has come. */
    public Optional<Position> position(int run) {
        return Optional.ofNullable(positions.get(run));
    }

    /** Facts of one kind in one run, oldest first. */
    public <F> List<F> facts(int run, Class<F> kind) {
        return ofRun(run).stream()
                .map(Event::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The run that an event concerns; empty for what concerns the job as a whole. */
    static OptionalInt runOf(Event event) {
        if (event.position().isPresent()) {
            return OptionalInt.of(event.position().get().run());
        }
        return switch (event.fact()) {
            case JobCancelRequested cancel -> OptionalInt.of(cancel.run());
            case JobDeadlinePassed passed -> OptionalInt.of(passed.run());
            case EndpointRetired retired -> OptionalInt.of(retired.run());
            default -> OptionalInt.empty();
        };
    }
}
