package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.wiring.ServiceDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code may} and the keys that imply permissions give what the service's classes call: no more, no less. */
class MayTest {

    private static final Operations OPERATIONS = new Operations();

    @ParameterizedTest
    @MethodSource("services")
    void mayHoldsWhatItsClassesCallAndNoKeyGives(ServiceDescription service) {
        ServiceClasses classes = ServiceClasses.of(service);
        var expected = new TreeSet<>(OPERATIONS.actions(classes.operations(), keys(service)));
        expected.addAll(OPERATIONS.actions(withoutSwitched(classes.sharedOperations()), keys(service)));

        assertThat(service.may())
                .as("services/%s/service.yaml may", service.name())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("services")
    void noKeyGivesWhatNobodyCalls(ServiceDescription service) {
        ServiceClasses classes = ServiceClasses.of(service);
        List<String> called = new ArrayList<>(classes.operations());
        called.addAll(classes.sharedOperations());
        for (String key : keys(service)) {
            if (!key.equals("queue")) {
                assertThat(called)
                        .as("services/%s/service.yaml: %s gives permissions that nothing uses", service.name(), key)
                        .anyMatch(operation -> OPERATIONS.line(operation).keys().contains(key));
            }
        }
    }

    @Test
    void theTableHoldsNothingThatNobodyCalls() {
        var called = new TreeSet<String>();
        services().map(ServiceClasses::of).forEach(classes -> {
            called.addAll(classes.operations());
            called.addAll(classes.sharedOperations());
        });

        assertThat(OPERATIONS.names()).as("operations.txt").isEqualTo(called);
    }

    /**
     * What a shared class does is switched on by a key of the file: a service without {@code timers} reaches the class that sets
     * them, and never asks it to. IAM refuses it where it does.
     */
    private static List<String> withoutSwitched(Collection<String> shared) {
        return shared.stream()
                .filter(operation -> OPERATIONS.line(operation).keys().isEmpty())
                .toList();
    }

    private static List<String> keys(ServiceDescription service) {
        var keys = new ArrayList<String>();
        if (!service.says().isEmpty()) {
            keys.add("says");
        }
        if (service.queue().isPresent()) {
            keys.add("queue");
        }
        if (!service.state().isEmpty()) {
            keys.add("state");
        }
        if (!service.reads().isEmpty()) {
            keys.add("reads");
        }
        if (service.timers()) {
            keys.add("timers");
        }
        if (service.drains()) {
            keys.add("drains");
        }
        return keys;
    }

    static Stream<ServiceDescription> services() {
        return Checkout.wiring().services().stream();
    }
}
