package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ResourceLimitExceededException;

/** Updates, several variants, quotas. */
class UpdateEndpointTest {

    @TempDir
    Path home;

    @Test
    void replacesTheContainerOnceTheNewOneIsReady() throws IOException {
        try (TestAccount account = new TestAccount(home)) {
            Serving.train(account);
            Serving.create(account, "blue", Map.of());
            Serving.settled(account, "blue");
            String before = Serving.invoke(account, "blue", "pid").body().asUtf8String();
            Serving.configure(account, "green", Map.of());
            account.sageMaker.updateEndpoint(
                    request -> request.endpointName("blue").endpointConfigName("green"));
            var updated = TestAccount.eventually(
                    () -> Optional.of(account.sageMaker.describeEndpoint(request -> request.endpointName("blue")))
                            .filter(endpoint -> endpoint.endpointStatus() == EndpointStatus.IN_SERVICE));

            assertThat(updated.endpointConfigName()).isEqualTo("green");
            assertThat(Serving.invoke(account, "blue", "pid").body().asUtf8String())
                    .isNotEqualTo(before);
            assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    @Test
    void staysWithTheOldContainerWhereTheNewOneFails() throws IOException {
        try (TestAccount account = new TestAccount(home)) {
            Serving.train(account);
            Serving.create(account, "steady", Map.of());
            Serving.settled(account, "steady");
            Serving.configure(account, "broken", Map.of("CRASH", "1"));
            account.sageMaker.updateEndpoint(
                    request -> request.endpointName("steady").endpointConfigName("broken"));
            var endpoint = TestAccount.eventually(
                    () -> Optional.of(account.sageMaker.describeEndpoint(request -> request.endpointName("steady")))
                            .filter(each -> each.endpointStatus() == EndpointStatus.IN_SERVICE));

            assertThat(endpoint.endpointConfigName()).isEqualTo("steady");
            assertThat(endpoint.failureReason()).contains("did not pass the ping health check");
            assertThat(Serving.invoke(account, "steady", "1").body().asUtf8String())
                    .isEqualTo("1,2,3|1|text/csv");
        }
    }

    @Test
    void sharesTrafficByWeight() throws IOException {
        try (TestAccount account = new TestAccount(home)) {
            Serving.train(account);
            Serving.configure(account, "shared", Map.of());
            account.sageMaker.createEndpointConfig(request -> request.endpointConfigName("two")
                    .productionVariants(
                            a -> a.variantName("nine")
                                    .modelName("shared")
                                    .instanceType("ml.m5.large")
                                    .initialVariantWeight(9f),
                            b -> b.variantName("one")
                                    .modelName("shared")
                                    .instanceType("ml.m5.large")
                                    .initialVariantWeight(1f)));
            account.sageMaker.createEndpoint(
                    request -> request.endpointName("two").endpointConfigName("two"));
            Serving.settled(account, "two");
            var counts = IntStream.range(0, 300)
                    .mapToObj(i -> Serving.invoke(account, "two", "1").invokedProductionVariant())
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

            // 300 calls at 10 %: 30, give or take five standard deviations of 5.2.
            assertThat(counts.get("one")).isBetween(4L, 56L);
            assertThat(account.runtime
                            .invokeEndpoint(request -> request.endpointName("two")
                                    .targetVariant("one")
                                    .body(software.amazon.awssdk.core.SdkBytes.fromUtf8String("1")))
                            .invokedProductionVariant())
                    .isEqualTo("one");
        }
    }

    @Test
    void refusesWhatPassesTheQuotaInAwssWords() throws IOException {
        try (TestAccount account = new TestAccount(home, Map.of("ml.m5.large for endpoint usage", 1), 2)) {
            Serving.train(account);
            Serving.create(account, "within", Map.of());
            Serving.configure(account, "beyond", Map.of());

            assertThatThrownBy(() -> account.sageMaker.createEndpoint(
                            request -> request.endpointName("beyond").endpointConfigName("beyond")))
                    .isInstanceOf(ResourceLimitExceededException.class)
                    .hasMessageContaining(
                            "The account-level service limit 'ml.m5.large for endpoint usage' is 1 Instances, with"
                                    + " current utilization of 1 Instances and a request delta of 1 Instances.");
            Serving.settled(account, "within");
        }
    }
}
