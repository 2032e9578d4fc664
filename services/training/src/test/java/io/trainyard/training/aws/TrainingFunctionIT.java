package io.trainyard.training.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.util.Map;

/** The same on what was packaged. */
class TrainingFunctionIT extends TrainingFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("training", where.endpoint(), Map.of());
    }
}
