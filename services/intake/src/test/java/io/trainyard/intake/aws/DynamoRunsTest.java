package io.trainyard.intake.aws;

import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.intake.app.Refusals;
import io.trainyard.intake.app.Runs;
import io.trainyard.intake.app.RunsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the adapters, against the local account's DynamoDB. */
class DynamoRunsTest extends RunsContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = tables(folder);
    }

    Tables tables(Path where) {
        return LocalTables.open(where);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Runs runs() {
        return new DynamoRuns(tables.client(), tables.table("runs"));
    }

    @Override
    protected Refusals refusals() {
        return new DynamoRefusals(tables.client(), tables.table("runs"));
    }
}
