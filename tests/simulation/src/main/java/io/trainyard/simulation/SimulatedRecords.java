package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger's table. */
final class SimulatedRecords implements Books {

    private final Map<String, Map<String, Event>> facts = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Verdict>> verdicts = new LinkedHashMap<>();
    private final Map<String, JobRecord> records = new LinkedHashMap<>();
    private final Map<String, Integer> written = new LinkedHashMap<>();

    @Override
    public void keep(Event fact) {
        facts.computeIfAbsent(fact.metadata().jobId(), none -> new LinkedHashMap<>())
                .putIfAbsent(fact.metadata().id(), fact);
    }

    @Override
    public JobFile file(String jobId) {
        List<Event> known = new ArrayList<>(facts.getOrDefault(jobId, Map.of()).values());
        return new JobFile(jobId, known, verdicts.getOrDefault(jobId, Map.of()).values());
    }

    @Override
    public void decide(Standing verdict) {
        verdicts.computeIfAbsent(verdict.metadata().jobId(), none -> new TreeMap<>())
                .putIfAbsent(verdict.route().run(), new Verdict(verdict, false));
    }

    @Override
    public void said(String jobId, int run) {
        verdicts.get(jobId).computeIfPresent(run, (same, verdict) -> new Verdict(verdict.event(), true));
    }

    @Override
    public void write(JobRecord record, int events) {
        if (written.getOrDefault(record.jobId(), -1) <= events) {
            records.put(record.jobId(), record);
            written.put(record.jobId(), events);
        }
    }

    Map<String, JobRecord> records() {
        return records;
    }

    Map<Integer, Verdict> verdicts(String jobId) {
        return verdicts.getOrDefault(jobId, Map.of());
    }
}
