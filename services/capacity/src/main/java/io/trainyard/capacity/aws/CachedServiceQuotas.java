package io.trainyard.capacity.aws;

import io.trainyard.capacity.app.Quotas;
import io.trainyard.capacity.domain.Rung;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/**
 * SageMaker's quotas by their names ({@code ml.m5.large for training job usage}, {@code ... for spot training job usage},
 * {@code ... for endpoint usage}), asked once in a while. Where they cannot be read, every type counts as allowed.
 */
final class CachedServiceQuotas implements Quotas {

    private static final Logger LOG = Logger.getLogger(CachedServiceQuotas.class);

    private final ServiceQuotasClient client;
    private final Clock clock;
    private final Duration keep;
    private Map<String, Double> known = Map.of();
    private Instant until = Instant.EPOCH;

    CachedServiceQuotas(ServiceQuotasClient client, Clock clock, Duration keep) {
        this.client = client;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public boolean allow(String kind, Rung rung, int instances) {
        String usage = kind.equals("endpoint")
                ? "endpoint usage"
                : rung.spot() ? "spot training job usage" : "training job usage";
        return fresh().getOrDefault(rung.instanceType() + " for " + usage, Double.MAX_VALUE) >= instances;
    }

    private synchronized Map<String, Double> fresh() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(keep);
            known = read(known);
        }
        return known;
    }

    private Map<String, Double> read(Map<String, Double> before) {
        try {
            Map<String, Double> read = new HashMap<>();
            client.listServiceQuotasPaginator(request -> request.serviceCode("sagemaker"))
                    .quotas()
                    .forEach(quota -> read.put(quota.quotaName(), quota.value()));
            return read;
        } catch (SdkException e) {
            LOG.warn("the account's quotas cannot be read: instance types without quota are tried too", e);
            return before;
        }
    }
}
