package io.trainyard.simulation;

import io.trainyard.endpoints.app.Endpoints.Seen;
import io.trainyard.endpoints.app.Endpoints.Status;
import io.trainyard.endpoints.domain.EndpointOrder;

/** An endpoint that somebody pays for, and what is wrong with it. */
final class StandingEndpoint {

    final EndpointOrder order;
    Status status = Status.CHANGING;
    boolean lacking;
    boolean servesAnother;

    StandingEndpoint(EndpointOrder order) {
        this.order = order;
    }

    Seen seen(String arn) {
        return new Seen(arn, status, status == Status.FAILED ? reason() : null);
    }

    private String reason() {
        return lacking ? Supply.REASON : "The primary container did not pass the ping health check.";
    }
}
