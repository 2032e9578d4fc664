package io.trainyard.intake.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.util.Map;

/** The same on what was packaged. */
class IntakeFunctionIT extends IntakeFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("intake", where.endpoint(), Map.of());
    }
}
