package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.wire.Facts;
import java.util.List;
import java.util.Map;

/**
 * The account's limits on endpoint instances, by the names that Service Quotas gives them.
 *
 * @param limits {@code ml.m5.large for endpoint usage} for one type, {@value #ALL} for the account; what is not named is not
 *     limited
 */
public record Quotas(Map<String, Integer> limits) {

    static final String ALL = "Number of instances across active endpoints";

    public Quotas {
        limits = Map.copyOf(limits);
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal where the plan's instances would pass a limit */
    void check(JsonNode plan, List<Resource> endpoints) {
        plan.path("instances")
                .properties()
                .forEach(wanted -> check(
                        wanted.getKey() + " for endpoint usage",
                        wanted.getValue().asInt(),
                        endpoints.stream()
                                .mapToInt(each -> used(each, wanted.getKey()))
                                .sum()));
        int total = 0;
        for (JsonNode count : plan.path("instances")) {
            total += count.asInt();
        }
        check(ALL, total, endpoints.stream().mapToInt(each -> used(each, "")).sum());
    }

    private void check(String quota, int wanted, int used) {
        Integer limit = limits.get(quota);
        if (limit != null && used + wanted > limit) {
            throw Facts.refusal("endpoint-quota", quota, limit, used, wanted);
        }
    }

    /** A failed endpoint has no instances. */
    private static int used(Resource endpoint, String type) {
        if (EndpointBook.status(endpoint) == EndpointStatus.FAILED) {
            return 0;
        }
        int used = 0;
        for (Map.Entry<String, JsonNode> one :
                endpoint.inner().at("/plan/instances").properties()) {
            used += type.isEmpty() || one.getKey().equals(type) ? one.getValue().asInt() : 0;
        }
        return used;
    }
}
