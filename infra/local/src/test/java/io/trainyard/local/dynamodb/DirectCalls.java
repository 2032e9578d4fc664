package io.trainyard.local.dynamodb;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls a service in the same process, in its wire format. */
record DirectCalls(AwsService service) {

    static final String CREATE = """
            {"TableName": "things", "BillingMode": "PAY_PER_REQUEST",
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}]}""";

    AwsResponse call(String operation, String body) {
        return service.handle(new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", "DynamoDB_20120810." + operation),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The answer's body; fails where the call is refused. */
    String ok(String operation, String body) {
        AwsResponse response = call(operation, body);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() != 200) {
            throw new AssertionError(operation + ": " + text);
        }
        return text;
    }
}
