package io.trainyard.intake.aws;

import io.trainyard.intake.app.Runs;
import io.trainyard.intake.domain.OpenedRun;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs in DynamoDB: partition {@code <job>}, sort {@code run#<number>}. Never expire: a key means the same job for ever. */
public final class DynamoRuns implements Runs {

    private final RunsTable table;

    public DynamoRuns(DynamoDbClient dynamo, String table) {
        this.table = new RunsTable(dynamo, table);
    }

    @Override
    public Optional<OpenedRun> find(String jobId, int run) {
        return table.find(jobId, sort(run), OpenedRun.class, (row, said) -> said ? row.marked() : row);
    }

    @Override
    public boolean open(OpenedRun run) {
        return table.create(run.jobId(), sort(run.run()), run, Map.of());
    }

    @Override
    public void said(String jobId, int run) {
        table.said(jobId, sort(run));
    }

    private static String sort(int run) {
        return String.format(Locale.ROOT, "run#%07d", run);
    }
}
