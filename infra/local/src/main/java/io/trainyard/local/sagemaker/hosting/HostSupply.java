package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.faults.Occasion;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.wire.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The instances of endpoints: as many as anybody wants, but for what the account's faults say. */
public final class HostSupply {

    private static final String CREATE = "CreateEndpoint";
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Faults faults;
    private final Shelf endpoints;

    public HostSupply(Faults faults, Shelf endpoints) {
        this.faults = faults;
        this.endpoints = endpoints;
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal where the account has no quota left for the endpoint's instances */
    void checkQuota(Resource endpoint) {
        for (Occasion occasion : occasions(endpoint)) {
            faults.on(FaultKind.QUOTA, occasion).ifPresent(fault -> {
                throw Facts.refusal(
                        "endpoint-quota",
                        occasion.instanceType() + " for endpoint usage",
                        fault.effect().limit().orElse(0),
                        occasion.used(),
                        occasion.wanted());
            });
        }
    }

    /**
     * Waits until the endpoint's instances are there, or the account closes.
     *
     * @throws DeploymentFailure where there are none
     */
    void await(Resource endpoint, BooleanSupplier closing) {
        for (Occasion occasion : occasions(endpoint)) {
            faults.on(FaultKind.SLOW_START, occasion)
                    .ifPresent(fault -> pause(fault, fault.effect().delay().orElse(SLOW), closing));
            faults.on(FaultKind.STUCK_START, occasion).ifPresent(fault -> pause(fault, Duration.ofDays(28), closing));
            Optional<Fault> none = faults.on(FaultKind.NO_CAPACITY, occasion);
            if (none.isPresent()) {
                throw DeploymentFailure.lasting(Facts.text("endpoint-capacity"));
            }
        }
    }

    /** Whether an update that would have gone well is taken back without a word. */
    boolean rollsBack(Resource endpoint) {
        return faults.on(FaultKind.SILENT_ROLLBACK, Occasion.of("UpdateEndpoint", endpoint.name()))
                .isPresent();
    }

    private void pause(Fault fault, Duration longest, BooleanSupplier closing) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && faults.isSet(fault) && !closing.getAsBoolean()) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private List<Occasion> occasions(Resource endpoint) {
        return instances(endpoint).properties().stream()
                .map(each -> Occasion.of(CREATE, endpoint.name())
                        .on(
                                each.getKey(),
                                used(endpoint, each.getKey()),
                                each.getValue().asInt()))
                .toList();
    }

    private int used(Resource endpoint, String type) {
        return endpoints.all().stream()
                .filter(other -> !other.name().equals(endpoint.name()))
                .filter(other -> EndpointBook.status(other) != EndpointStatus.FAILED)
                .mapToInt(other -> instances(other).path(type).asInt())
                .sum();
    }

    private static JsonNode instances(Resource endpoint) {
        return endpoint.inner().at("/plan/instances");
    }
}
