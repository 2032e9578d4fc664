package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuotasException;

class ServiceQuotasTest extends AccountTestCase {

    private ServiceQuotasClient quotas;

    @BeforeEach
    void open() {
        quotas = clients.quotas();
    }

    @AfterEach
    void close() {
        quotas.close();
    }

    @Test
    void namesEveryInstanceTypeThreeTimesAtMostPageByPage() {
        var first = quotas.listServiceQuotas(it -> it.serviceCode("sagemaker").maxResults(10));
        assertThat(first.quotas()).hasSize(10);
        assertThat(first.nextToken()).isNotNull();

        var names = all().stream().map(ServiceQuota::quotaName).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains(
                        "ml.m5.large for training job usage",
                        "ml.m5.large for spot training job usage",
                        "ml.m5.large for endpoint usage");
        assertThat(all().stream().map(ServiceQuota::quotaCode)).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatAStandingFaultLeavesAndCountsNothingAsFired() {
        account.faults().set(Fault.of(FaultKind.QUOTA).on("ml.m5.large").withLimit(2));
        account.faults()
                .set(Fault.of(FaultKind.QUOTA).named("rare").on("ml.c5.xlarge").withRate(0.5));

        assertThat(value("ml.m5.large for training job usage")).isEqualTo(2);
        assertThat(value("ml.m5.large for endpoint usage")).isEqualTo(2);
        assertThat(value("ml.c5.xlarge for training job usage")).isGreaterThan(2);
        assertThat(account.faults().fired("quota")).isZero();
    }

    @Test
    void aFaultOfOneOperationLeavesTheOthersQuotaAlone() {
        account.faults()
                .set(Fault.of(FaultKind.QUOTA).at("sagemaker", "CreateEndpoint").on("ml.m5.large"));

        assertThat(value("ml.m5.large for endpoint usage")).isZero();
        assertThat(value("ml.m5.large for training job usage")).isPositive();
    }

    @Test
    void findsOneByItsCode() {
        var one = all().getFirst();
        var found = quotas.getServiceQuota(it -> it.serviceCode("sagemaker").quotaCode(one.quotaCode()))
                .quota();
        assertThat(found).isEqualTo(one);
        assertThat(found.quotaArn())
                .isEqualTo("arn:aws:servicequotas:eu-west-1:123456789012:sagemaker/" + one.quotaCode());
    }

    @Test
    void refusesWhatAwsRefuses() {
        assertThatThrownBy(() -> quotas.listServiceQuotas(it -> it.serviceCode("nothing")))
                .isInstanceOf(NoSuchResourceException.class);
        assertThatThrownBy(() ->
                        quotas.getServiceQuota(it -> it.serviceCode("sagemaker").quotaCode("L-00000000")))
                .isInstanceOf(NoSuchResourceException.class);
        assertThatThrownBy(() -> quotas.listServiceQuotas(
                        it -> it.serviceCode("sagemaker").nextToken("never given")))
                .isInstanceOf(ServiceQuotasException.class);
    }

    private List<ServiceQuota> all() {
        return quotas.listServiceQuotasPaginator(it -> it.serviceCode("sagemaker")).quotas().stream()
                .toList();
    }

    private double value(String name) {
        return all().stream()
                .collect(Collectors.toMap(ServiceQuota::quotaName, ServiceQuota::value))
                .get(name);
    }
}
