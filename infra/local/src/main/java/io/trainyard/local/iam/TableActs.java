package io.trainyard.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DynamoDB. Transactions have no action of their own: each of their items asks for its own. */
final class TableActs implements Acts {

    private static final String SERVICE = "dynamodb:";

    /** What an entry of a transaction is called, and what it asks for. */
    private static final Map<String, String> ENTRIES = Map.of(
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "ConditionCheck", "ConditionCheckItem",
            "Get", "GetItem");

    private final Deployment here;

    TableActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var operation = request.operation().orElse("");
        var body = JsonProtocol.body(request);
        var acts = new ArrayList<Act>();
        body.path("TransactItems")
                .forEach(item -> item.properties()
                        .forEach(entry ->
                                acts.add(act(ENTRIES.getOrDefault(entry.getKey(), operation), entry.getValue()))));
        body.path("RequestItems").properties().forEach(table -> acts.add(act(operation, table.getKey(), "")));
        return acts.isEmpty() ? List.of(act(operation, body)) : acts;
    }

    private Act act(String operation, JsonNode call) {
        var index = call.path("IndexName").asText("");
        return act(operation, call.path("TableName").asText(""), index.isEmpty() ? "" : "/index/" + index);
    }

    /** A table is called by its name or by its ARN; whoever calls none asks for all. */
    private Act act(String operation, String table, String index) {
        var arn = table.isEmpty() ? Act.ANY : table.startsWith("arn:") ? table : here.tableArn(table);
        return new Act(SERVICE + operation, arn + index);
    }
}
