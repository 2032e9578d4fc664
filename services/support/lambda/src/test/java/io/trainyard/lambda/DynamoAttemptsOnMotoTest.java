package io.trainyard.lambda;

import io.trainyard.fakes.MotoTables;
import io.trainyard.fakes.Tables;
import java.nio.file.Path;

/** The same contract against a DynamoDB that nobody here wrote. */
class DynamoAttemptsOnMotoTest extends DynamoAttemptsTest {

    @Override
    Tables tables(Path unused) {
        return MotoTables.open();
    }
}
