package io.trainyard.notices.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.notices.app.Claims;
import io.trainyard.steps.domain.Lease;
import io.trainyard.steps.domain.StepSettings;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Claims in DynamoDB: partition {@code <notice>}, sort {@code claim}. Kept longer than a dead letter lives. */
public final class DynamoClaims implements Claims {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoClaims(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Claim claim(String id, Lease lease, Instant now) {
        long expires = now.plus(StepSettings.KEPT).getEpochSecond();
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(key(id))
                    .updateExpression("SET #owner = :owner, leaseUntil = :until, sent = :false, expiresAt = :expires")
                    .conditionExpression("attribute_not_exists(pk) OR (sent = :false AND leaseUntil <= :now)")
                    .expressionAttributeNames(Map.of("#owner", "owner"))
                    .expressionAttributeValues(Map.of(
                            ":owner", fromS(lease.owner()),
                            ":until", millis(lease.until()),
                            ":now", millis(now),
                            ":false", fromBool(false),
                            ":expires", fromN(Long.toString(expires))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Claim.MINE;
        } catch (ConditionalCheckFailedException e) {
            return e.item().get("sent").bool() ? Claim.SENT : Claim.HELD;
        }
    }

    @Override
    public void sent(String id) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(key(id))
                .updateExpression("SET sent = :true")
                .expressionAttributeValues(Map.of(":true", fromBool(true))));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", fromS(id), "sk", fromS("claim"));
    }

    private static AttributeValue millis(Instant time) {
        return fromN(Long.toString(time.toEpochMilli()));
    }
}
