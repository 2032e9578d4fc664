package io.trainyard.capacity.aws;

import io.trainyard.capacity.app.Climbs;
import io.trainyard.capacity.app.ClimbsContract;
import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DynamoClimbsTest extends ClimbsContract {

    @TempDir
    Path folder;

    private Tables tables;
    private Climbs climbs;

    @BeforeEach
    void open() {
        tables = tables(folder);
        climbs = new DynamoClimbs(tables.client(), tables.table("climbs"));
    }

    Tables tables(Path where) {
        return LocalTables.open(where);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Climbs climbs() {
        return climbs;
    }
}
