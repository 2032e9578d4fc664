package io.trainyard.lambda;

import io.trainyard.fakes.AttemptsContract;
import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.steps.app.Attempts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoAttemptsTest extends AttemptsContract {

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
    protected Attempts attempts() {
        return new DynamoAttempts(tables.client(), tables.table("claims"));
    }
}
