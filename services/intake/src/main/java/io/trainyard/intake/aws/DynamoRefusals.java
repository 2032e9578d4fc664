package io.trainyard.intake.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.trainyard.intake.app.Refusals;
import io.trainyard.intake.domain.Refusal;
import io.trainyard.steps.domain.StepSettings;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Refusals in DynamoDB, beside the runs: partition {@code <job>}, sort {@code no#<hash>}. Kept longer than a dead letter lives. */
public final class DynamoRefusals implements Refusals {

    private final RunsTable table;

    public DynamoRefusals(DynamoDbClient dynamo, String table) {
        this.table = new RunsTable(dynamo, table);
    }

    @Override
    public Optional<Refusal> find(String jobId, String hash) {
        return table.find(jobId, sort(hash), Refusal.class, (row, said) -> said ? row.marked() : row);
    }

    @Override
    public void keep(Refusal refusal) {
        long expires = refusal.refusedAt().plus(StepSettings.KEPT).getEpochSecond();
        table.create(
                refusal.jobId(), sort(refusal.hash()), refusal, Map.of("expiresAt", fromN(Long.toString(expires))));
    }

    @Override
    public void said(String jobId, String hash) {
        table.said(jobId, sort(hash));
    }

    private static String sort(String hash) {
        return "no#" + hash;
    }
}
