package io.trainyard.ledger.aws;

import io.trainyard.fakes.MotoTables;
import io.trainyard.fakes.Tables;
import java.nio.file.Path;

/** The same contract against a DynamoDB that nobody here wrote. */
class DynamoBooksOnMotoTest extends DynamoBooksTest {

    @Override
    Tables tables(Path unused) {
        return MotoTables.open();
    }
}
