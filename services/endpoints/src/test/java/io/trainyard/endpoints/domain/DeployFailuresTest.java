package io.trainyard.endpoints.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.FailureClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployFailuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. | CAPACITY
                    The account-level service limit 'ml.m5.large for endpoint usage' is exceeded                 | QUOTA
                    The primary container for production variant main did not pass the ping health check.       | CALLER
                    Failed to download model data for container from s3://b/k                                   | CALLER
                    Request to service failed. If failure persists after retry, contact customer support.       | PLATFORM
                    """)
    void saysWhoseFaultItIs(String reason, FailureClass type) {
        assertThat(DeployFailures.of(reason).type()).isEqualTo(type);
        assertThat(DeployFailures.of(reason).cause()).isEqualTo(reason);
    }
}
