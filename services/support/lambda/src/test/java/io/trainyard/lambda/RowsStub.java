package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What DynamoDB answers where rows are only put, got and queried by their job: what is written is there when it is read back. */
final class RowsStub {

    private final ConcurrentSkipListMap<String, JsonNode> rows = new ConcurrentSkipListMap<>();

    private RowsStub() {}

    /** Tables without a row, whose conditions always hold. */
    static void on(AwsStub aws) {
        var rows = new RowsStub();
        aws.answers("PutItem", request -> rows.put(Json.tree(request)));
        aws.answers("GetItem", request -> rows.get(Json.tree(request)));
        aws.answers("Query", request -> rows.query(Json.tree(request)));
    }

    private AwsAnswer put(JsonNode request) {
        rows.put(address(request, request.path("Item")), request.path("Item"));
        return AwsAnswer.document(Map.of());
    }

    private AwsAnswer get(JsonNode request) {
        JsonNode row = rows.get(address(request, request.path("Key")));
        return AwsAnswer.document(row == null ? Map.of() : Map.of("Item", row));
    }

    private AwsAnswer query(JsonNode request) {
        String of = partition(request, request.at("/ExpressionAttributeValues/:job/S"));
        List<JsonNode> found = rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith(of))
                .map(Map.Entry::getValue)
                .toList();
        return AwsAnswer.document(Map.of("Items", found, "Count", found.size()));
    }

    private static String address(JsonNode request, JsonNode key) {
        return partition(request, key.at("/pk/S")) + key.at("/sk/S").asText();
    }

    private static String partition(JsonNode request, JsonNode partition) {
        return request.path("TableName").asText() + "\n" + partition.asText() + "\n";
    }
}
