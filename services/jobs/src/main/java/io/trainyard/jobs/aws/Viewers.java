package io.trainyard.jobs.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.trainyard.jobs.domain.Viewer;
import io.trainyard.lambda.Callers;

/** Who looks, by the token that API Gateway has checked. */
final class Viewers {

    /** The group whose members see everybody's jobs. */
    private static final String OPERATE = "operate";

    private Viewers() {}

    static Viewer of(APIGatewayV2HTTPEvent event) {
        return new Viewer(Callers.of(event), Callers.isIn(event, OPERATE));
    }
}
