package io.trainyard.endpoints.app;

import io.trainyard.endpoints.app.SlotDesk.Settling;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.EndpointOf;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Stores how an endpoint step ended: a ready endpoint in one transaction with the slots, a failed one alone. */
final class SettleEndpoint {

    private final SlotDesk slots;
    private final EndpointSettings settings;
    private final Clock clock;

    SettleEndpoint(SlotDesk slots, EndpointSettings settings, Clock clock) {
        this.slots = slots;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Attempt> settle(Attempts attempts, Attempt read, Attempt settled) {
        return switch (settled.outcome().orElseThrow()) {
            case Outcome.Failed failed -> attempts.replace(read, settled) ? Optional.of(settled) : Optional.empty();
            case Outcome.Deferred deferred -> attempts.replace(read, settled) ? Optional.of(settled) : Optional.empty();
            case Outcome.Succeeded succeeded ->
                slots.settle(
                        read,
                        table -> settling(table, read, settled, succeeded),
                        key -> attempts.find(key).map(Attempt::version).orElse(0L));
        };
    }

    /** The event that will say that the attempt's endpoint is ready. */
    static String readyEvent(AttemptKey key) {
        return EventIds.ofStep(key.jobId(), key.run(), key.step(), key.attempt(), EventType.ENDPOINT_READY);
    }

    private Optional<Settling> settling(SlotTable table, Attempt read, Attempt settled, Outcome.Succeeded outcome) {
        var ready = (EndpointReady) outcome.fact();
        Optional<Slot> slot = table.endpoint(ready.endpoint());
        boolean own = slot.filter(it -> it.key().equals(read.key())).isPresent();
        if (!own) {
            // An older run's endpoint: it stands for this one only while it stays.
            return slot.filter(it -> it.state() == SlotState.READY)
                    .map(it -> new Settling(new SlotTable.Change(table.touched(), List.of()), settled));
        }
        return slot.filter(it -> it.state() == SlotState.DEPLOYING)
                .map(it -> becomesReady(table, read, ready, outcome));
    }

    private Settling becomesReady(SlotTable table, Attempt read, EndpointReady ready, Outcome.Succeeded outcome) {
        String reason = "made room for endpoint " + ready.endpoint() + ": at most "
                + settings.limits().cap() + " are allowed";
        var atTheCap = new Retirement(clock.instant(), reason, readyEvent(read.key()));
        SlotTable.Change change = table.ready(read.key(), settings.limits(), atTheCap);
        EndpointOf retires = change.retiring().stream()
                .filter(left -> !left.key().equals(read.key()))
                .findFirst()
                .map(left -> new EndpointOf(left.key().jobId(), left.endpoint()))
                .or(() -> table.slot(read.key()).flatMap(Slot::replaced))
                .orElse(null);
        var fact = new EndpointReady(
                ready.step(), ready.attempt(), ready.endpoint(), ready.endpointArn(), ready.modelVersion(), retires);
        return new Settling(change, read.settled(new Outcome.Succeeded(fact, outcome.output())));
    }
}
