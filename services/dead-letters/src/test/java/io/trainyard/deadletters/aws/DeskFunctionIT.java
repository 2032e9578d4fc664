package io.trainyard.deadletters.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import io.trainyard.lambda.RouteRoles;
import java.nio.file.Path;
import java.util.Map;

/** The same on what was packaged. */
class DeskFunctionIT extends DeskFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        var roles = RouteRoles.json(Path.of("service.yaml"));
        return PackagedFunction.of("dead-letters", where.endpoint(), Map.of("TRAINYARD_ROLES", roles));
    }
}
