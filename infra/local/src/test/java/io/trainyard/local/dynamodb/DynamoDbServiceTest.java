package io.trainyard.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the conformance suite cannot see: restarts, time, threads, and what only the local account refuses. */
class DynamoDbServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private void with(Instant now, Consumer<DirectCalls> work) {
        try (DynamoDbService service = new DynamoDbService(folder, Clock.fixed(now, ZoneOffset.UTC))) {
            work.accept(new DirectCalls(service));
        }
    }

    private static String put(String pk, String rest) {
        return "{\"TableName\": \"things\", \"Item\": {\"pk\": {\"S\": \"" + pk + "\"}" + rest + "}}";
    }

    private static String get(String pk) {
        return "{\"TableName\": \"things\", \"Key\": {\"pk\": {\"S\": \"" + pk + "\"}}}";
    }

    private static String refusal(DirectCalls calls, String operation, String body) {
        AwsResponse response = calls.call(operation, body);
        assertThat(response.status()).isEqualTo(400);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void hasEverythingAgainAfterARestart() {
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            calls.ok("UpdateTimeToLive", """
                    {"TableName": "things", "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true}}""");
            calls.ok("PutItem", put("a", ", \"n\": {\"N\": \"1\"}"));
        });
        with(NOW, calls -> {
            assertThat(calls.ok("DescribeTable", "{\"TableName\": \"things\"}")).contains("\"ItemCount\":1");
            assertThat(calls.ok("DescribeTimeToLive", "{\"TableName\": \"things\"}"))
                    .contains("expiresAt");
            assertThat(calls.ok("GetItem", get("a"))).contains("\"n\":{\"N\":\"1\"}");
        });
    }

    @Test
    void remembersRequestTokensForTenMinutesAcrossRestarts() {
        String add = """
                {"ClientRequestToken": "once", "TransactItems": [{"Update": {"TableName": "things",
                 "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :n",
                 "ExpressionAttributeValues": {":n": {"N": "1"}}}}]}""";
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            calls.ok("TransactWriteItems", add);
        });
        with(NOW.plusSeconds(599), calls -> {
            calls.ok("TransactWriteItems", add);
            assertThat(calls.ok("GetItem", get("a"))).contains("\"n\":{\"N\":\"1\"}");
        });
        with(NOW.plusSeconds(600), calls -> {
            calls.ok("TransactWriteItems", add);
            assertThat(calls.ok("GetItem", get("a"))).contains("\"n\":{\"N\":\"2\"}");
        });
    }

    @Test
    void deletesWhatHasExpiredAndNothingElse() {
        long now = NOW.getEpochSecond();
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            calls.ok("UpdateTimeToLive", """
                    {"TableName": "things", "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true}}""");
            calls.ok("PutItem", put("expired", expiry("N", now - 1)));
            calls.ok("PutItem", put("alive", expiry("N", now + 1)));
            calls.ok("PutItem", put("text", expiry("S", now - 1)));
            calls.ok("PutItem", put("mistake", expiry("N", 12)));
            calls.ok("PutItem", put("none", ""));
            // Until the sweep it is answered like any other item: readers judge expiry themselves.
            assertThat(calls.ok("GetItem", get("expired"))).contains("Item");

            assertThat(((DynamoDbService) calls.service()).deleteExpired()).isEqualTo(1);

            assertThat(calls.ok("GetItem", get("expired"))).doesNotContain("Item");
            assertThat(calls.ok("Scan", "{\"TableName\": \"things\"}")).contains("\"Count\":4");
        });
    }

    private static String expiry(String type, long seconds) {
        return ", \"expiresAt\": {\"" + type + "\": \"" + seconds + "\"}";
    }

    @Test
    void losesNoUpdateOfEightThreads() {
        int threads = 8;
        int each = 200;
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            calls.ok("PutItem", put("counter", ", \"n\": {\"N\": \"0\"}"));
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                List<Future<?>> all = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    all.add(pool.submit(() -> countTo(calls, each)));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertThat(calls.ok("GetItem", get("counter"))).contains("\"N\":\"" + threads * each + "\"");
        });
    }

    /** Adds one as often as asked, each time only to the number that it has read. */
    private static void countTo(DirectCalls calls, int times) {
        int done = 0;
        while (done < times) {
            String read = calls.ok("GetItem", get("counter")).replaceAll(".*\"N\":\"(\\d+)\".*", "$1");
            AwsResponse response = calls.call("UpdateItem", """
                    {"TableName": "things", "Key": {"pk": {"S": "counter"}}, "UpdateExpression": "SET n = :next",
                     "ConditionExpression": "n = :read",
                     "ExpressionAttributeValues": {":read": {"N": "%s"}, ":next": {"N": "%d"}}}""".formatted(read, Integer.parseInt(read) + 1));
            done += response.status() == 200 ? 1 : 0;
        }
    }

    @Test
    void refusesLegacyParametersByName() {
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            assertThat(refusal(calls, "GetItem", get("a").replaceFirst("\\{", "{\"AttributesToGet\": [\"n\"], ")))
                    .contains("The legacy parameter AttributesToGet is not supported by the local account: use"
                            + " ProjectionExpression instead");
            assertThat(refusal(calls, "PutItem", put("a", "").replaceFirst("\\{", "{\"Expected\": {}, ")))
                    .contains("The legacy parameter Expected");
        });
    }

    @Test
    void saysByNameWhatItDoesNotHave() {
        with(NOW, calls -> {
            assertThat(refusal(calls, "CreateBackup", "{}"))
                    .contains("com.amazon.coral.service#UnknownOperationException")
                    .contains("The local account's DynamoDB does not support CreateBackup. It has: BatchGetItem, ");
            assertThat(refusal(
                            calls,
                            "CreateTable",
                            DirectCalls.CREATE.replaceFirst(
                                    "\\{", "{\"StreamSpecification\": {\"StreamEnabled\": true}, ")))
                    .contains("StreamSpecification is not supported by the local account: it has no DynamoDB Streams");
            assertThat(refusal(
                            calls,
                            "CreateTable",
                            DirectCalls.CREATE.replaceFirst("\\{", "{\"SSESpecification\": {\"Enabled\": true}, ")))
                    .contains("SSESpecification is not supported by the local account: it encrypts nothing. Leave"
                            + " SSESpecification out.");
            assertThat(refusal(calls, "ExecuteStatement", "{}"))
                    .contains("The local account's DynamoDB does not support ExecuteStatement. It has: ");
            assertThat(refusal(calls, "PutItems", "{}")).contains("DynamoDB has no operation PutItems\"");
            AwsResponse streams = calls.service()
                    .handle(new AwsRequest(
                            "POST",
                            "/",
                            "",
                            Map.of("x-amz-target", "DynamoDBStreams_20120810.ListStreams"),
                            new byte[0]));
            assertThat(new String(streams.body(), StandardCharsets.UTF_8))
                    .contains("The local account has no DynamoDB Streams, so not ListStreams");
        });
    }

    @Test
    void refusesAtTheDoorInDynamoDbsOwnWords() {
        with(NOW, calls -> {
            assertThat(refusal(calls, "PutItem", "{\"ReturnValues\": \"SOME\", \"ReturnConsumedCapacity\": \"x\"}"))
                    .contains("4 validation errors detected: ")
                    .contains("Value null at 'tableName' failed to satisfy constraint: Member must not be null")
                    .contains(
                            "Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value"
                                    + " set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]");
            assertThat(refusal(calls, "GetItem", "{\"TableName\": \"x\", \"Key\": {}, \"ConsistentRead\": \"yes\"}"))
                    .contains("SerializationException\",\"message\":\"Unexpected token received from parser");
            assertThat(refusal(calls, "Scan", "{\"TableName\": \"x\", \"Limit\": \"5\"}"))
                    .contains("STRING_VALUE cannot be converted to Integer");
            assertThat(refusal(calls, "GetItem", "{\"TableName\": \"x\", \"Key\": {\"pk\": {\"S\": 5}}}"))
                    .contains("NUMBER_VALUE cannot be converted to String");
        });
    }

    @Test
    void answersErrorsInTheShapeOfTheProtocol() {
        with(NOW, calls -> {
            calls.ok("CreateTable", DirectCalls.CREATE);
            calls.ok("PutItem", put("a", ""));
            String conditional =
                    put("a", "").replaceFirst("\\{", "{\"ConditionExpression\": \"attribute_not_exists(pk)\", ");
            assertThat(refusal(calls, "PutItem", conditional))
                    .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                            + "\"message\":\"The conditional request failed\"}");
            assertThat(refusal(calls, "PutItem", "{")).contains("SerializationException");
            assertThat(refusal(calls, "PutItem", "{\"TableName\": 5, \"Item\": {}}"))
                    .contains("NUMBER_VALUE cannot be converted to String");
            assertThat(refusal(calls, "PutItem", "{\"TableName\": \"things\"}"))
                    .contains("Value null at 'item' failed to satisfy constraint: Member must not be null");
        });
    }

    @Test
    void namesTheRegionOfTheRequestInArns() {
        with(
                NOW,
                calls -> assertThat(calls.ok("CreateTable", DirectCalls.CREATE))
                        .contains("arn:aws:dynamodb:eu-west-1:123456789012:table/things"));
    }
}
