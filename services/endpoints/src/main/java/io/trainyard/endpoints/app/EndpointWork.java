package io.trainyard.endpoints.app;

import io.trainyard.endpoints.app.Endpoints.Seen;
import io.trainyard.endpoints.domain.DeployFailures;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.Failure;
import io.trainyard.slots.SlotState;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.Sighting;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.app.StepWork;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.ResourceChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A step of kind {@code endpoint}: a slot, an endpoint that is created, proven and made ready in one transaction with the slots. What
 * fails is deleted and confirmed gone before anybody hears of it.
 */
public final class EndpointWork implements StepWork {

    private final EndpointPorts ports;
    private final StepStores stores;
    private final EndpointSettings settings;
    private final SlotDesk slots;
    private final Teardown teardown;
    private final ProveEndpoint prove;

    public EndpointWork(EndpointPorts ports, StepStores stores, EndpointSettings settings) {
        this.ports = Objects.requireNonNull(ports, "ports");
        this.stores = Objects.requireNonNull(stores, "stores");
        this.settings = Objects.requireNonNull(settings, "settings");
        String prefix = stores.settings().prefix();
        this.slots = new SlotDesk(ports, settings, stores.clock());
        this.teardown = new Teardown(ports.endpoints(), prefix);
        this.prove = new ProveEndpoint(ports.endpoints(), ports.golden(), prefix);
    }

    @Override
    public String kind() {
        return "endpoint";
    }

    @Override
    public Optional<String> creates() {
        return Optional.of("CreateEndpoint");
    }

    @Override
    public Launch launch(Attempt attempt) {
        return new DeployEndpoint(ports.endpoints(), slots, teardown, stores, settings).launch(attempt);
    }

    @Override
    public Sighting look(Attempt attempt) {
        return ports.endpoints()
                .endpoint(name(attempt))
                .map(seen -> sighting(attempt, seen))
                .orElseGet(Sighting.Absent::new);
    }

    /** What serves shows that by its answer, so that nobody has to look; why something failed is told by Describe alone. */
    @Override
    public Sighting read(Attempt attempt, ResourceChange change) {
        String arn = change.detail().path("EndpointArn").asText();
        return switch (change.detail().path("EndpointStatus").asText()) {
            case "IN_SERVICE" -> arn.isEmpty() ? look(attempt) : new Sighting.Ended(prove.prove(attempt, arn));
            case "FAILED" -> look(attempt);
            default -> new Sighting.Running();
        };
    }

    @Override
    public Outcome vanished(Attempt attempt) {
        return prove.failed(attempt, DeployFailures.vanished(name(attempt)));
    }

    @Override
    public Optional<Outcome> givenUp(Attempt attempt, Failure failure) {
        return Optional.of(prove.failed(attempt, failure));
    }

    @Override
    public Sighting stop(Attempt attempt) {
        if (!gone(attempt)) {
            return new Sighting.Running();
        }
        Duration open = stillOpen(attempt);
        if (!open.isZero()) {
            lookAgain(attempt, open);
        }
        return new Sighting.Absent();
    }

    @Override
    public void stopped(Attempt attempt) {
        slots.free(attempt.key());
    }

    @Override
    public Optional<Attempt> settle(Attempts attempts, Attempt read, Attempt settled) {
        return new SettleEndpoint(slots, settings, stores.clock()).settle(attempts, read, settled);
    }

    @Override
    public boolean clean(Attempt settled) {
        return switch (settled.outcome().orElseThrow()) {
            case Outcome.Failed failed -> cleanedUp(settled);
            case Outcome.Deferred deferred -> cleanedUp(settled);
            case Outcome.Succeeded succeeded -> {
                sendOnThoseWhoLeft(settled);
                yield true;
            }
        };
    }

    /** A proven endpoint of an older run serves this one too, as long as it has its slot. */
    @Override
    public boolean reusable(Attempt older) {
        return older.outcome().orElse(null) instanceof Outcome.Succeeded succeeded
                && succeeded.fact() instanceof EndpointReady ready
                && slots.read()
                        .endpoint(ready.endpoint())
                        .filter(slot -> slot.state() == SlotState.READY)
                        .isPresent();
    }

    @Override
    public Outcome adopt(Attempt attempt, Outcome.Succeeded older) {
        var ready = (EndpointReady) older.fact();
        var key = attempt.key();
        return new Outcome.Succeeded(
                new EndpointReady(
                        key.step(), key.attempt(), ready.endpoint(), ready.endpointArn(), ready.modelVersion(), null),
                older.output());
    }

    private Sighting sighting(Attempt attempt, Seen seen) {
        return switch (seen.status()) {
            case IN_SERVICE -> new Sighting.Ended(prove.prove(attempt, seen.arn()));
            case FAILED -> {
                String reason = seen.failureReason() == null ? "SageMaker gave no reason" : seen.failureReason();
                yield new Sighting.Ended(prove.failed(attempt, DeployFailures.of(reason)));
            }
            case CHANGING, DELETING -> new Sighting.Running();
        };
    }

    /** Nothing is deleted while an owner of the row may still create. */
    private boolean cleanedUp(Attempt settled) {
        Duration open = stillOpen(settled);
        if (!open.isZero()) {
            lookAgain(settled, open);
            return false;
        }
        if (!gone(settled)) {
            return false;
        }
        slots.free(settled.key());
        return true;
    }

    /**
     * Deletes what is there. While an endpoint is still being created, SageMaker's word and the timer bring the row back: a message that
     * sends itself again would do so for hours, and each duplicate and each timer would begin another.
     */
    private boolean gone(Attempt attempt) {
        Teardown.Left left = teardown.delete(attempt.key());
        if (left == Teardown.Left.LEAVING) {
            lookAgain(attempt, settings.recheck());
        }
        return left == Teardown.Left.NOTHING;
    }

    private void sendOnThoseWhoLeft(Attempt settled) {
        String cause = SettleEndpoint.readyEvent(settled.key());
        slots.read().slots().stream()
                .filter(slot -> slot.retirement()
                        .filter(why -> why.causationId().equals(cause))
                        .isPresent())
                .forEach(slot -> slots.drain(slot.key()));
    }

    /** How long a call under the row's lease may still arrive. */
    private Duration stillOpen(Attempt attempt) {
        Instant last = attempt.lease().until().plus(stores.settings().callTimeout());
        Duration open = Duration.between(stores.clock().instant(), last);
        return open.isNegative() ? Duration.ZERO : open;
    }

    private void lookAgain(Attempt attempt, Duration in) {
        ports.own().tick(attempt.key(), SlotDesk.atMost(in));
    }

    private String name(Attempt attempt) {
        return attempt.key().resource(stores.settings().prefix());
    }
}
