package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.InMemoryBuckets;
import io.trainyard.pace.NoToken;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** A client whose calls pass token buckets. */
class PacedCallsTest {

    @Test
    void aCallWithoutATokenIsNotMade() {
        var pace = new TokenPace(
                new InMemoryBuckets(), Rates.of("Describe=1/1"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        try (var aws = new AwsStub();
                var client = aws.client(EventBridgeClient.builder()
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(new PacedCalls(pace))))) {
            pace.during(() -> client.listRules(request -> request.eventBusName("one")));
            assertThatThrownBy(() -> pace.during(() -> client.listRules(request -> request.eventBusName("two"))))
                    .isInstanceOf(NoToken.class);
            assertThat(aws.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call).contains("one"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeTrainingJob, Describe",
        "ListTags, Describe",
        "StopTrainingJob, StopTrainingJob",
        "DeleteEndpoint, DeleteEndpoint",
        "CreateTrainingJob,"
    })
    void eachChangeHasABucketAndAllLooksShareOne(String operation, String family) {
        assertThat(PacedCalls.family(operation).orElse(null)).isEqualTo(family);
    }
}
