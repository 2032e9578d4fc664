package io.trainyard.jobs.aws;

import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.jobs.app.PendingJobs;
import io.trainyard.jobs.app.PendingJobsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoPendingJobsTest extends PendingJobsContract {

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
    protected PendingJobs pending() {
        return new DynamoPendingJobs(tables.client(), tables.table("jobs", "pending"));
    }
}
