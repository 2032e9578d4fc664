package io.trainyard.training.app;

import io.trainyard.events.Failure;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Training jobs in memory: a test says how each goes on. */
final class InMemoryTrainingJobs implements TrainingJobs {

    final List<TrainingJob> created = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    final Map<String, TrainingReport> reports = new LinkedHashMap<>();
    final List<String> foreign = new ArrayList<>();
    int listed;
    Optional<Failure> refusal = Optional.empty();
    Runnable duringCreate = () -> {};

    @Override
    public Optional<Failure> create(TrainingJob job) {
        duringCreate.run();
        if (refusal.isPresent()) {
            return refusal;
        }
        created.add(job);
        reports.putIfAbsent(job.name(), new TrainingReport("InProgress", "Training", null, Map.of(), null, null));
        return Optional.empty();
    }

    @Override
    public Optional<TrainingReport> find(String name) {
        return Optional.ofNullable(reports.get(name));
    }

    @Override
    public List<String> running(String prefix) {
        listed++;
        return reports.entrySet().stream()
                .filter(job ->
                        job.getKey().startsWith(prefix) && !job.getValue().ended())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean ours(AttemptKey key, String name) {
        return !foreign.contains(name);
    }

    @Override
    public void stop(String name) {
        stopped.add(name);
        reports.computeIfPresent(
                name,
                (same, report) -> new TrainingReport("Stopped", "Stopped", null, Map.of(), TrainingTimes.of(7), null));
    }
}
