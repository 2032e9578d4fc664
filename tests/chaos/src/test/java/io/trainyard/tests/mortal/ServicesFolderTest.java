package io.trainyard.tests.mortal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServicesFolderTest {

    @Test
    void shortensTheTimesAndNothingElse() {
        assertThat(ServicesFolder.hastened("""
                service: training
                queue: {visibility: 180, max-receives: 5, batch: 2}
                function: {memory: 256, timeout: 30}
                """)).isEqualTo("""
                service: training
                queue: {visibility: 24, max-receives: 60, batch: 2}
                function: {memory: 256, timeout: 15}
                """);
    }

    @Test
    void keepsTheOrderThatTheProtocolAsksFor() {
        assertThat(ServicesFolder.FUNCTION_TIMEOUT).isLessThan(ServicesFolder.LEASE);
        assertThat(ServicesFolder.LEASE).isLessThan(ServicesFolder.VISIBILITY);
    }
}
