package io.trainyard.jobs.app;

import io.trainyard.jobs.domain.PendingJob;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Pending jobs in memory. */
public final class InMemoryPendingJobs implements PendingJobs {

    private final Map<String, PendingJob> jobs = new ConcurrentHashMap<>();

    @Override
    public Optional<PendingJob> find(String jobId) {
        return Optional.ofNullable(jobs.get(jobId));
    }

    @Override
    public Stream<String> of(String caller) {
        return newest(caller).map(PendingJob::jobId);
    }

    @Override
    public List<Instant> asked(String caller, Instant since) {
        return newest(caller).map(PendingJob::createdAt).filter(since::isBefore).toList();
    }

    private Stream<PendingJob> newest(String caller) {
        return jobs.values().stream()
                .filter(job -> job.caller().equals(caller))
                .sorted(Comparator.comparing(PendingJob::createdAt).reversed());
    }

    @Override
    public boolean keep(PendingJob job) {
        return jobs.putIfAbsent(job.jobId(), job) == null;
    }

    @Override
    public void said(String jobId) {
        jobs.computeIfPresent(jobId, (id, job) -> job.marked());
    }

    public void clear() {
        jobs.clear();
    }
}
