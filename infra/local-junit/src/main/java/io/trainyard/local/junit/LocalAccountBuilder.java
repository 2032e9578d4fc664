package io.trainyard.local.junit;

import io.trainyard.local.LocalFunction;
import io.trainyard.local.time.ControllableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes an account for tests. */
public final class LocalAccountBuilder {

    private final Map<String, List<String>> containers = new LinkedHashMap<>();
    private final List<LocalFunction> functions = new ArrayList<>();
    private Optional<ControllableClock> clock = Optional.empty();

    LocalAccountBuilder() {}

    /**
     * Runs a command for an image, by SageMaker's container contract: {@code train} or {@code serve} comes last, and
     * {@code SAGEMAKER_BASE_DIR} names what is {@code /opt/ml} in the container.
     */
    public LocalAccountBuilder container(String image, String... command) {
        containers.put(image, List.of(command));
        return this;
    }

    /** Deploys a function when the account starts. */
    public LocalAccountBuilder function(LocalFunction function) {
        functions.add(function);
        return this;
    }

    /** Lets the account's time stand still at an instant, until the test advances it. */
    public LocalAccountBuilder clockAt(Instant instant) {
        clock = Optional.of(ControllableClock.at(instant));
        return this;
    }

    /** The account, to be registered in a static field. */
    public LocalAccount build() {
        return new LocalAccount(containers, functions, clock);
    }
}
