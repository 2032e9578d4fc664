package io.trainyard.notices.aws;

import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.notices.app.Claims;
import io.trainyard.notices.app.ClaimsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoClaimsTest extends ClaimsContract {

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
    protected Claims claims() {
        return new DynamoClaims(tables.client(), tables.table("claims"));
    }
}
