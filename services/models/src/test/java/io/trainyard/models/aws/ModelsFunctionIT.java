package io.trainyard.models.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.util.Map;

/** The same on what was packaged. */
class ModelsFunctionIT extends ModelsFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("models", where.endpoint(), Map.of());
    }
}
