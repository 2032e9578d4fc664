package io.trainyard.inference.app;

import io.trainyard.inference.domain.KnownJob;
import io.trainyard.slots.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the jobs behind endpoints are called. A name does not change, so the record of each is read once. */
final class ServingNames {

    /** More than the endpoints that there are at a time; those that left are forgotten now and then. */
    private static final int MOST = 1_000;

    private final Map<String, KnownJob> known = new ConcurrentHashMap<>();
    private final JobBook jobs;

    ServingNames(JobBook jobs) {
        this.jobs = jobs;
    }

    /** Of the jobs behind these endpoints the newest of that name. */
    Optional<String> newest(String name, List<Slot> slots) {
        return slots.stream()
                .map(slot -> slot.key().jobId())
                .distinct()
                .flatMap(jobId -> job(jobId).stream())
                .filter(job -> job.name().equals(name))
                .max(Comparator.comparing(KnownJob::createdAt))
                .map(KnownJob::jobId);
    }

    /** What the job behind an endpoint is called, as far as the ledger knows. */
    Optional<String> name(String jobId) {
        return job(jobId).map(KnownJob::name);
    }

    private Optional<KnownJob> job(String jobId) {
        KnownJob before = known.get(jobId);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<KnownJob> read = jobs.job(jobId);
        read.filter(job -> !job.name().equals(jobId)).ifPresent(this::keep);
        return read;
    }

    private void keep(KnownJob job) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(job.jobId(), job);
    }
}
