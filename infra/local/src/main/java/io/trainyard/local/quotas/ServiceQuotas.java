package io.trainyard.local.quotas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.JsonProtocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Service Quotas' API over {@link InstanceQuotas}: reading alone, and of SageMaker alone. Error names from "Errors" of each
 * operation in the API reference.
 */
public final class ServiceQuotas implements AwsService {

    private static final int LARGEST_PAGE = 100;

    private final Supplier<InstanceQuotas> quotas;
    private final String region;
    private final String account;
    private final Map<String, Function<ObjectNode, JsonNode>> operations =
            Map.of("ListServiceQuotas", this::list, "GetServiceQuota", this::get);

    /** @param quotas asked with each call, the first time never before one */
    public ServiceQuotas(Supplier<InstanceQuotas> quotas, String region, String account) {
        this.quotas = quotas;
        this.region = region;
        this.account = account;
    }

    @Override
    public String signingName() {
        return "servicequotas";
    }

    @Override
    public Set<String> operations() {
        return operations.keySet();
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        return JsonProtocol.dispatch(request, operations);
    }

    private JsonNode list(ObjectNode input) {
        var all = of(input);
        var from = start(input, all.size());
        var to = Math.min(all.size(), from + input.path("MaxResults").asInt(LARGEST_PAGE));
        var answer = JsonProtocol.JSON.createObjectNode();
        var page = answer.putArray("Quotas");
        all.subList(from, to).forEach(quota -> page.add(quota.json(region, account)));
        if (to < all.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }

    private JsonNode get(ObjectNode input) {
        var code = input.path("QuotaCode").asText();
        var found = of(input).stream()
                .filter(quota -> quota.code().equals(code))
                .findFirst()
                .orElseThrow(ServiceQuotas::unknown);
        return JsonProtocol.JSON.createObjectNode().set("Quota", found.json(region, account));
    }

    private List<Quota> of(ObjectNode input) {
        if (!input.path("ServiceCode").asText().equals(Quota.SERVICE)) {
            throw unknown();
        }
        var code = input.path("QuotaCode").asText();
        return quotas.get().all().stream()
                .filter(quota -> code.isEmpty() || quota.code().equals(code))
                .toList();
    }

    private static int start(ObjectNode input, int size) {
        var token = input.path("NextToken").asText("0");
        if (!token.matches("\\d{1,9}") || Integer.parseInt(token) > size) {
            throw AwsFault.of("InvalidPaginationTokenException", "Invalid input was provided.");
        }
        return Integer.parseInt(token);
    }

    private static AwsFault unknown() {
        return AwsFault.of("NoSuchResourceException", "The specified resource does not exist.");
    }
}
