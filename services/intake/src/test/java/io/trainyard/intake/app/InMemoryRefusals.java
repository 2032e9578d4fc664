package io.trainyard.intake.app;

import io.trainyard.intake.domain.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Refusals in memory. */
public final class InMemoryRefusals implements Refusals {

    private final Map<String, Refusal> rows = new TreeMap<>();

    @Override
    public Optional<Refusal> find(String jobId, String hash) {
        return Optional.ofNullable(rows.get(jobId + "#" + hash));
    }

    @Override
    public void keep(Refusal refusal) {
        rows.putIfAbsent(refusal.jobId() + "#" + refusal.hash(), refusal);
    }

    @Override
    public void said(String jobId, String hash) {
        rows.computeIfPresent(jobId + "#" + hash, (key, row) -> row.marked());
    }

    public Collection<Refusal> all() {
        return rows.values();
    }
}
