package io.trainyard.simulation;

import io.trainyard.capacity.app.Quotas;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What SageMaker has to give of each instance type: at times few or none, told at the create call or later. */
final class Supply implements Quotas {

    static final String REASON = "CapacityError: Unable to provision requested ML compute capacity.";

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_ROOM = 3;

    /** Few instances of a type for a while. */
    private record Shortage(int room, Instant until) {}

    private final Stage stage;
    private final boolean quotasKnown;
    private final Map<String, Optional<Shortage>> shortages = new HashMap<>();
    private final Map<String, Boolean> quotas = new HashMap<>();
    private final Map<String, Set<String>> inUse = new HashMap<>();

    Supply(Stage stage) {
        this.stage = stage;
        this.quotasKnown = stage.chance().below(2) == 0;
    }

    /** What the create call answers; empty where it goes through. */
    Optional<Failure> refusal(String type) {
        if (!mayHave(type)) {
            return refusal(FailureClass.QUOTA, "ResourceLimitExceeded: the account-level service limit is 0");
        }
        if (stage.draws(Fault.NO_CAPACITY_AT_CREATE)
                || isShort(type) && stage.chance().below(2) == 0) {
            stage.count(Fault.NO_CAPACITY_AT_CREATE);
            return refusal(FailureClass.CAPACITY, REASON);
        }
        return Optional.empty();
    }

    /** An instance of the type is asked for under this name. False where it never comes, which shows later. */
    boolean give(String type, String name) {
        if (stage.draws(Fault.NO_CAPACITY_LATER) || isShort(type)) {
            stage.count(Fault.NO_CAPACITY_LATER);
            return false;
        }
        inUse.computeIfAbsent(type, none -> new HashSet<>()).add(name);
        return true;
    }

    void takeBack(String name) {
        inUse.values().forEach(names -> names.remove(name));
    }

    @Override
    public boolean allow(String kind, Rung rung, int instances) {
        return !quotasKnown || mayHave(rung.instanceType());
    }

    /** An attempt is made only after the one before it is closed and gone. */
    void alone(AttemptKey key, Predicate<AttemptKey> runs) {
        for (int earlier = 1; earlier < key.attempt(); earlier++) {
            if (runs.test(new AttemptKey(key.jobId(), key.run(), key.step(), earlier))) {
                throw new Violation(key + " is created while its attempt " + earlier + " still runs");
            }
        }
    }

    private boolean mayHave(String type) {
        return quotas.computeIfAbsent(type, one -> !stage.strikes(Fault.NO_QUOTA));
    }

    private boolean isShort(String type) {
        return shortages
                .computeIfAbsent(type, one -> shortage())
                .filter(shortage -> stage.clock().instant().isBefore(shortage.until()))
                .filter(shortage -> inUse.getOrDefault(type, Set.of()).size() >= shortage.room())
                .isPresent();
    }

    private Optional<Shortage> shortage() {
        if (!stage.strikes(Fault.SHORTAGE)) {
            return Optional.empty();
        }
        Instant until = stage.clock().instant().plus(stage.chance().upTo(LONGEST));
        return Optional.of(new Shortage(stage.chance().below(MOST_ROOM), until));
    }

    private static Optional<Failure> refusal(FailureClass type, String reason) {
        return Optional.of(new Failure(type, reason, "wait"));
    }
}
