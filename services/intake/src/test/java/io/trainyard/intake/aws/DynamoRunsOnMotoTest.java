package io.trainyard.intake.aws;

import io.trainyard.fakes.MotoTables;
import io.trainyard.fakes.Tables;
import java.nio.file.Path;

/** The same contract against a DynamoDB that nobody here wrote. */
class DynamoRunsOnMotoTest extends DynamoRunsTest {

    @Override
    Tables tables(Path unused) {
        return MotoTables.open();
    }
}
