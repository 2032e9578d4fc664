package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.wiring.DataPlaces;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Policies;
import io.trainyard.wiring.ServiceDescription;
import io.trainyard.wiring.ServicePolicy;
import io.trainyard.wiring.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code may} and the keys that imply permissions give what the service's classes call: no more, no less. */
class MayTest {

    private static final Operations OPERATIONS = new Operations();
    private static final Deployment HERE = new Deployment("local", "123456789012", "eu-west-1");

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
    void withoutALineOfMayItsActionIsDenied(ServiceDescription service) {
        ServicePolicy policy = policy(service);
        for (String action : service.may()) {
            Statement line = policy.statements().stream()
                    .filter(statement -> statement.actions().equals(List.of(action)))
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new AssertionError(action + " is allowed on nothing; name its resource in "
                            + "infra/wiring Resources and in modules/lambda-service/resources.tf"));
            String resource = line.resources().getFirst().replace("*", "x");
            Map<String, String> facts = new TreeMap<>();
            line.equal().forEach((key, values) -> facts.put(key, values.getFirst()));

            assertThat(policy.allows(action, resource, facts)).as(action).isTrue();
            assertThat(policy(without(service, action)).allows(action, resource, facts))
                    .as("%s of %s without its line", action, service.name())
                    .isFalse();
        }
    }

    private static ServicePolicy policy(ServiceDescription service) {
        return new Policies(Checkout.wiring(), HERE, DataPlaces.anywhere("ty-local-artifacts")).of(service);
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

    private static ServiceDescription without(ServiceDescription it, String action) {
        List<String> less =
                it.may().stream().filter(other -> !other.equals(action)).toList();
        return new ServiceDescription(
                it.name(),
                it.hears(),
                it.says(),
                it.state(),
                it.reads(),
                it.timers(),
                less,
                it.queue(),
                it.drains(),
                it.function(),
                it.routes());
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
