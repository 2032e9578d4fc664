package io.trainyard.endpoints.aws;

import io.trainyard.endpoints.fakes.SlotsContract;
import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.lambda.DynamoAttempts;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoSlotsTest extends SlotsContract {

    @TempDir
    Path folder;

    private Tables tables;
    private DynamoAttempts attempts;
    private DynamoSlots slots;

    @BeforeEach
    void open() {
        tables = tables(folder);
        attempts = new DynamoAttempts(tables.client(), tables.table("claims"));
        slots = new DynamoSlots(tables.client(), attempts, tables.table("slots"));
    }

    Tables tables(Path where) {
        return LocalTables.open(where);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Slots slots() {
        return slots;
    }

    @Override
    protected Attempts attempts() {
        return attempts;
    }
}
