package io.trainyard.ledger.app;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.RecordFold;
import io.trainyard.ledger.domain.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ledger's books in memory. */
public final class InMemoryBooks implements Books {

    private final Map<String, Map<String, Event>> facts = new TreeMap<>();
    private final Map<String, Map<Integer, Verdict>> verdicts = new TreeMap<>();
    private final Map<String, JobRecord> records = new TreeMap<>();
    private final Map<String, Integer> sizes = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();

    @Override
    public void keep(Event fact) {
        facts.computeIfAbsent(fact.metadata().jobId(), job -> new TreeMap<>())
                .putIfAbsent(fact.metadata().id(), fact);
    }

    @Override
    public void keep(Event fact, String source) {
        keep(fact);
        sources.putIfAbsent(fact.metadata().id(), source);
    }

    @Override
    public JobFile file(String jobId) {
        return new JobFile(
                jobId,
                List.copyOf(facts.getOrDefault(jobId, Map.of()).values()),
                List.copyOf(verdicts.getOrDefault(jobId, Map.of()).values()),
                sources);
    }

    @Override
    public void decide(Standing verdict) {
        verdicts.computeIfAbsent(verdict.metadata().jobId(), job -> new TreeMap<>())
                .putIfAbsent(verdict.route().run(), new Verdict(verdict, false));
    }

    @Override
    public void said(String jobId, int run) {
        verdicts.get(jobId).computeIfPresent(run, (number, verdict) -> new Verdict(verdict.event(), true));
    }

    @Override
    public void write(JobFile file) {
        JobRecord record = RecordFold.of(file);
        if (sizes.getOrDefault(record.jobId(), 0) <= file.size()) {
            records.put(record.jobId(), record);
            sizes.put(record.jobId(), file.size());
        }
    }

    public Optional<JobRecord> record(String jobId) {
        return Optional.ofNullable(records.get(jobId));
    }

    public Collection<JobRecord> records() {
        return records.values();
    }
}
