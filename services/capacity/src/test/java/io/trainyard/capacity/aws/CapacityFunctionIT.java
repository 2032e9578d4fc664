package io.trainyard.capacity.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.util.Map;

/** The same on what was packaged. */
class CapacityFunctionIT extends CapacityFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("capacity", where.endpoint(), Map.of());
    }
}
