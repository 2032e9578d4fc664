package io.trainyard.capacity.aws;

import io.trainyard.fakes.MotoTables;
import io.trainyard.fakes.Tables;
import java.nio.file.Path;

/** The same contract against a DynamoDB that nobody here wrote. */
class DynamoClimbsOnMotoTest extends DynamoClimbsTest {

    @Override
    Tables tables(Path unused) {
        return MotoTables.open();
    }
}
