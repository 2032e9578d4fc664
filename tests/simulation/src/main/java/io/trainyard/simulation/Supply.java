package io.trainyard.simulation;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Optional;
import java.util.function.Predicate;

/** What SageMaker has to give: now and then nothing, told at the create call or later. */
final class Supply {

    static final String REASON = "CapacityError: Unable to provision requested ML compute capacity.";

    private final Stage stage;

    Supply(Stage stage) {
        this.stage = stage;
    }

    Optional<Failure> refusal() {
        if (!stage.chance().oneIn(stage.odds().capacity())) {
            return Optional.empty();
        }
        stage.count(Fault.NO_CAPACITY_AT_CREATE);
        FailureClass type = stage.chance().below(4) == 0 ? FailureClass.QUOTA : FailureClass.CAPACITY;
        return Optional.of(new Failure(type, REASON, "wait"));
    }

    boolean runsOut() {
        boolean out = stage.chance().oneIn(stage.odds().capacity());
        if (out) {
            stage.count(Fault.NO_CAPACITY_LATER);
        }
        return out;
    }

    /** An attempt is made only after the one before it is closed and gone. */
    void alone(AttemptKey key, Predicate<AttemptKey> runs) {
        for (int earlier = 1; earlier < key.attempt(); earlier++) {
            if (runs.test(new AttemptKey(key.jobId(), key.run(), key.step(), earlier))) {
                throw new Violation(key + " is created while its attempt " + earlier + " still runs");
            }
        }
    }
}
