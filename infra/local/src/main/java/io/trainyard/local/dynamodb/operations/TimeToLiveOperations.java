package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Map;
import java.util.Objects;

/** UpdateTimeToLive and DescribeTimeToLive. */
public final class TimeToLiveOperations {

    private final Catalogue catalogue;

    public TimeToLiveOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of("UpdateTimeToLive", this::update, "DescribeTimeToLive", this::describe);
    }

    private ObjectNode update(Parameters request) {
        Table table = TableOperations.named(catalogue, request);
        Parameters wanted =
                request.nested("TimeToLiveSpecification").orElseThrow(() -> request.missing("TimeToLiveSpecification"));
        String attribute = wanted.requiredText("AttributeName");
        if (!wanted.has("Enabled")) {
            throw wanted.missing("Enabled");
        }
        boolean enabled = wanted.flag("Enabled", false);
        String now = table.schema().settings().ttlAttribute();
        if (enabled == (now != null)) {
            throw ServiceError.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
        }
        if (!enabled && !Objects.equals(now, attribute)) {
            throw ServiceError.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + now);
        }
        catalogue.change(table, table.schema().with(table.schema().settings().withTtl(enabled ? attribute : null)));
        ObjectNode answer = Json.object();
        answer.putObject("TimeToLiveSpecification")
                .put("AttributeName", attribute)
                .put("Enabled", enabled);
        return answer;
    }

    private ObjectNode describe(Parameters request) {
        String attribute =
                TableOperations.named(catalogue, request).schema().settings().ttlAttribute();
        ObjectNode answer = Json.object();
        ObjectNode description = answer.putObject("TimeToLiveDescription")
                .put("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
        if (attribute != null) {
            description.put("AttributeName", attribute);
        }
        return answer;
    }
}
