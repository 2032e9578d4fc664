package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.wiring.ServiceDescription;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code says} names the events whose facts the service's classes make: no more, no fewer. */
class SaysTest {

    @ParameterizedTest
    @MethodSource("services")
    void saysWhatItsClassesMake(ServiceDescription service) {
        assertThat(service.says())
                .as("services/%s/service.yaml says", service.name())
                .containsExactlyInAnyOrderElementsOf(ServiceClasses.of(service).factsMade());
    }

    static Stream<ServiceDescription> services() {
        return Checkout.wiring().services().stream();
    }
}
