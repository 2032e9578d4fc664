package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.domain.JobFile;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.RecordFold;
import io.trainyard.ledger.domain.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The ledger's table. */
final class SimulatedRecords implements Books {

    /** One record in so many is folded as it is written; of the others only the last of each job. */
    private static final int FOLDED = 20;

    private final Map<String, Map<String, Event>> facts = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Verdict>> verdicts = new LinkedHashMap<>();
    /** Read once between two changes: most of what the ledger hears it knows already. */
    private final Map<String, JobFile> files = new HashMap<>();

    private final Map<String, JobFile> written = new LinkedHashMap<>();
    private int writes;

    @Override
    public void keep(Event fact) {
        String jobId = fact.metadata().jobId();
        Event before = facts.computeIfAbsent(jobId, none -> new LinkedHashMap<>())
                .putIfAbsent(fact.metadata().id(), fact);
        if (before == null) {
            files.remove(jobId);
        }
    }

    @Override
    public JobFile file(String jobId) {
        return files.computeIfAbsent(
                jobId,
                one -> new JobFile(
                        jobId,
                        facts.getOrDefault(jobId, Map.of()).values(),
                        verdicts.getOrDefault(jobId, Map.of()).values()));
    }

    @Override
    public void decide(Standing verdict) {
        verdicts.computeIfAbsent(verdict.metadata().jobId(), none -> new TreeMap<>())
                .putIfAbsent(verdict.route().run(), new Verdict(verdict, false));
        files.remove(verdict.metadata().jobId());
    }

    @Override
    public void said(String jobId, int run) {
        verdicts.get(jobId).computeIfPresent(run, (same, verdict) -> new Verdict(verdict.event(), true));
        files.remove(jobId);
    }

    @Override
    public void write(JobFile file) {
        JobFile before = written.get(file.jobId());
        if (before == null || before.size() <= file.size()) {
            written.put(file.jobId(), file);
        }
        if (++writes % FOLDED == 0) {
            RecordFold.of(file);
        }
    }

    /** Every job's record, from what was written last. */
    Map<String, JobRecord> records() {
        var records = new LinkedHashMap<String, JobRecord>();
        written.forEach((jobId, file) -> records.put(jobId, RecordFold.of(file)));
        return records;
    }

    Map<Integer, Verdict> verdicts(String jobId) {
        return verdicts.getOrDefault(jobId, Map.of());
    }
}
