package io.trainyard.inference.app;

import io.trainyard.inference.domain.KnownJob;
import io.trainyard.inference.domain.Target;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a caller means by a model: an endpoint's name, a job's id, or a job's name. */
public final class FindModel {

    private final CachedTable table;
    private final CachedNames names;
    private final ServingNames serving;
    private final JobBook jobs;

    /** @param fresh how old the endpoints may be that a caller is sent to, and the names that lead there */
    public FindModel(EndpointTable endpoints, JobBook jobs, Clock clock, Duration fresh) {
        this.table = new CachedTable(endpoints, clock, fresh);
        this.names = new CachedNames(clock, fresh);
        this.serving = new ServingNames(jobs);
        this.jobs = jobs;
    }

    /** As known a moment ago. */
    public Target find(String model) {
        return find(model, table.recent());
    }

    /** As known now. */
    public Target findNow(String model) {
        return find(model, table.now());
    }

    /** Every endpoint of ours. */
    public List<Slot> endpoints() {
        return table.recent().slots();
    }

    /** What people call the job behind an endpoint, as far as the ledger knows. */
    public Optional<String> name(Slot slot) {
        return serving.name(slot.key().jobId());
    }

    private Target find(String model, SlotTable slots) {
        Optional<Slot> own = best(slots.slots().stream()
                .filter(slot ->
                        slot.endpoint().equals(model) || slot.key().jobId().equals(model))
                .toList());
        if (own.filter(FindModel::ready).isPresent()) {
            return new Target.Ready(own.get());
        }
        if (own.isPresent()) {
            return Target.NotServing.of(own.get());
        }
        Optional<Slot> remembered = names.recent(model).flatMap(jobId -> serving(jobId, slots));
        if (remembered.isPresent()) {
            return new Target.Ready(remembered.get());
        }
        Optional<KnownJob> job = jobs.job(model);
        return job.isPresent() ? Target.NotServing.of(job.get()) : named(model, slots);
    }

    private Target named(String name, SlotTable slots) {
        Optional<String> jobId = serving.newest(
                name, slots.slots().stream().filter(FindModel::ready).toList());
        if (jobId.isPresent()) {
            names.remember(name, jobId.get());
            return new Target.Ready(serving(jobId.get(), slots).orElseThrow());
        }
        return jobs.newest(name)
                .<Target>map(Target.NotServing::of)
                .orElseGet(() -> new Target.Unknown("no model is known by " + name + ": name a job's id or name"
                        + (slots.count(SlotState.READY) == 0
                                ? "; no model is READY yet, so submit a job first"
                                : ", GET /endpoints lists those that serve")));
    }

    private static Optional<Slot> serving(String jobId, SlotTable slots) {
        return best(slots.slots().stream()
                .filter(slot -> slot.key().jobId().equals(jobId) && ready(slot))
                .toList());
    }

    /** Of several runs the one that serves, and of those the newest. */
    private static Optional<Slot> best(List<Slot> slots) {
        return slots.stream()
                .max(Comparator.comparing(FindModel::ready)
                        .thenComparing(slot -> slot.state() == SlotState.DEPLOYING)
                        .thenComparing(slot -> slot.key().run()));
    }

    private static boolean ready(Slot slot) {
        return slot.state() == SlotState.READY;
    }
}
