package io.trainyard.ledger.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.util.Map;

/** The same on what was packaged. */
class LedgerFunctionIT extends LedgerFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("ledger", where.endpoint(), Map.of());
    }
}
