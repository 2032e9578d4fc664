package io.trainyard.endpoints.app;

import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.endpoints.domain.ServedModel;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Metadata;
import io.trainyard.events.ResourceName;
import io.trainyard.events.Unrouted;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes endpoints down: nobody is routed to them any more, then they are deleted with configuration and model until that is confirmed,
 * then it is said, and only then the slot is free.
 */
public final class RetireEndpoints {

    /** The reason that ends a job for good: no run of it comes after. */
    static final String CANCELLED = "the job was cancelled";

    private final EndpointPorts ports;
    private final StepStores stores;
    private final EndpointSettings settings;
    private final SlotDesk slots;
    private final Teardown teardown;

    public RetireEndpoints(EndpointPorts ports, StepStores stores, EndpointSettings settings) {
        this.ports = Objects.requireNonNull(ports, "ports");
        this.stores = Objects.requireNonNull(stores, "stores");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.slots = new SlotDesk(ports, settings, stores.clock());
        this.teardown = new Teardown(ports.endpoints(), stores.settings().prefix());
    }

    /** Lets every READY endpoint of the job leave, of whatever run. */
    void ofJob(String jobId, String reason, String causationId) {
        slots.retire(slot -> slot.key().jobId().equals(jobId), reason, causationId);
    }

    /**
     * Looks after what nobody tells of: READY endpoints that somebody else has deleted give their slots back, retirements go on whose
     * message was lost, and what stands under our prefix and with our tags without a slot is deleted.
     */
    void sweep() {
        List<String> standing = ports.endpoints().names(prefix() + "-");
        SlotTable table = slots.read();
        for (Slot slot : table.slots()) {
            if (slot.state() == SlotState.RETIRING) {
                goOn(slot.key());
            } else if (slot.state() == SlotState.READY && gone(slot)) {
                slots.retire(slot::equals, "somebody else deleted it", SettleEndpoint.readyEvent(slot.key()));
            }
        }
        standing.stream()
                .flatMap(name -> ResourceName.parse(name).stream())
                .filter(name -> name.prefix().equals(prefix()))
                .map(AttemptKey::of)
                .filter(key -> table.slot(key).isEmpty() && !open(key))
                .forEach(teardown::gone);
    }

    private boolean gone(Slot slot) {
        return ports.endpoints().endpoint(slot.endpoint()).isEmpty();
    }

    private boolean open(AttemptKey key) {
        return stores.attempts().find(key).filter(row -> row.state().open()).isPresent();
    }

    /** Goes on with the endpoint of an attempt; does nothing where it does not leave or has left. */
    public void goOn(AttemptKey key) {
        SlotTable table = slots.read();
        if (leaving(table, key).isEmpty()) {
            ports.retirements().remove(key);
            // Whoever let it leave since that read has set the timer that was just removed.
            table = slots.read();
            leaving(table, key).ifPresent(slots::watch);
        }
        Optional<Slot> leaving = leaving(table, key);
        if (leaving.isEmpty()) {
            return;
        }
        Slot slot = leaving.get();
        Retirement why = slot.retirement().orElseThrow();
        Duration draining = Duration.between(now(), why.since().plus(settings.drain()));
        if (draining.isPositive()) {
            ports.own().retire(key, SlotDesk.atMost(draining));
        } else if (!teardown.gone(key)) {
            ports.own().retire(key, settings.recheck());
        } else {
            finish(table, slot, why);
        }
    }

    private static Optional<Slot> leaving(SlotTable table, AttemptKey key) {
        return table.slot(key).filter(slot -> slot.retirement().isPresent());
    }

    private void finish(SlotTable table, Slot slot, Retirement why) {
        if (ourModel(slot) && !table.sharesModel(slot) && !needed(slot, why)) {
            ports.endpoints().deleteModel(slot.model());
        }
        stores.bus()
                .say(List.of(new Unrouted(
                        metadata(slot, why), new EndpointRetired(slot.key().run(), slot.endpoint(), why.reason()))));
        slots.free(slot.key());
        ports.retirements().remove(slot.key());
    }

    /** A model that was imported under a name of its own stays. */
    private boolean ourModel(Slot slot) {
        return ResourceName.parse(slot.model())
                .filter(name -> name.prefix().equals(prefix())
                        && name.jobId().equals(slot.key().jobId()))
                .isPresent();
    }

    /**
     * Whether the job's newest run can still serve the model: by a step of its own that is to come, or, where it failed, by a resume, which
     * takes the model over without a call (ADR 10). Such a model leaves with the endpoint that serves it next; without one it stays, as
     * every model of a failed run does, and nothing is paid for it.
     */
    private boolean needed(Slot slot, Retirement why) {
        String jobId = slot.key().jobId();
        List<Attempt> rows = stores.attempts().ofJob(jobId);
        int newest = rows.stream()
                .mapToInt(row -> row.key().run())
                .max()
                .orElse(slot.key().run());
        if (stores.attempts().buried(jobId, newest)) {
            return !why.reason().equals(CANCELLED);
        }
        return awaited(
                slot.model(),
                rows.stream().filter(row -> row.key().run() == newest).toList());
    }

    /** Whether an endpoint step can still come in the run with these rows that serves the model: planned, and not ended so far. */
    private static boolean awaited(String model, List<Attempt> rows) {
        Set<String> ended = rows.stream()
                .filter(RetireEndpoints::ended)
                .map(row -> row.key().step())
                .collect(Collectors.toSet());
        return rows.stream()
                .map(Attempt::position)
                .anyMatch(position -> position.plan().steps().stream()
                        .filter(step -> step.kind().equals("endpoint") && !ended.contains(step.step()))
                        .flatMap(step -> ServedModel.before(position, step).stream())
                        .anyMatch(served -> served.name().equals(model)));
    }

    /** After an attempt that found no capacity comes another. */
    private static boolean ended(Attempt row) {
        return !row.state().stoppable() && !(row.outcome().orElse(null) instanceof Outcome.Deferred);
    }

    private Metadata metadata(Slot slot, Retirement why) {
        AttemptKey key = slot.key();
        EventType type = EventType.ENDPOINT_RETIRED;
        return new Metadata(
                EventIds.ofStep(key.jobId(), key.run(), key.step(), key.attempt(), type),
                key.jobId(),
                why.causationId(),
                slot.correlationId(),
                now(),
                type.version());
    }

    private String prefix() {
        return stores.settings().prefix();
    }

    private Instant now() {
        return stores.clock().instant();
    }
}
