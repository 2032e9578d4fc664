package io.trainyard.jobs.app;

import io.trainyard.jobs.domain.PendingJob;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pending jobs in memory. */
public final class InMemoryPendingJobs implements PendingJobs {

    private final Map<String, PendingJob> jobs = new ConcurrentHashMap<>();

    @Override
    public Optional<PendingJob> find(String jobId) {
        return Optional.ofNullable(jobs.get(jobId));
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
