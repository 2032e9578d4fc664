package io.trainyard.lambda;

import io.trainyard.fakes.BucketsContract;
import io.trainyard.fakes.LocalTables;
import io.trainyard.pace.Buckets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The adapter on the local account's DynamoDB. */
class DynamoBucketsTest extends BucketsContract {

    @TempDir
    Path folder;

    private LocalTables tables;

    @BeforeEach
    void open() {
        tables = LocalTables.open(folder);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Buckets buckets() {
        return new DynamoBuckets(tables.client(), tables.table("claims"));
    }
}
