package io.trainyard.endpoints.app;

import io.trainyard.endpoints.app.Endpoints.Seen;
import io.trainyard.endpoints.app.Endpoints.Status;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Optional;

/** Deletes what was made for an attempt, and nothing else: what carries other tags is not ours, whatever its name. */
final class Teardown {

    private final Endpoints endpoints;
    private final String prefix;

    Teardown(Endpoints endpoints, String prefix) {
        this.endpoints = endpoints;
        this.prefix = prefix;
    }

    /** What is left of an attempt. */
    enum Left {
        /** Endpoint and configuration are confirmed gone. */
        NOTHING,
        /** The endpoint is being deleted: it is gone soon. */
        LEAVING,
        /** The endpoint is being created, for as long as that takes, and SageMaker deletes no such endpoint. */
        COMING
    }

    /** Deletes as {@link #delete} does, and says whether nothing is left. */
    boolean gone(AttemptKey key) {
        return delete(key) == Left.NOTHING;
    }

    /** Deletes the attempt's endpoint and, once that is gone, its configuration: a configuration in use must stay. */
    Left delete(AttemptKey key) {
        String name = key.resource(prefix);
        Optional<Seen> seen = endpoints.endpoint(name).filter(it -> ours(key, it.arn()));
        if (seen.isPresent()) {
            if (seen.get().status() != Status.DELETING) {
                endpoints.deleteEndpoint(name);
            }
            return seen.get().status() == Status.CHANGING ? Left.COMING : Left.LEAVING;
        }
        endpoints
                .configuration(name)
                .filter(arn -> ours(key, arn))
                .ifPresent(arn -> endpoints.deleteConfiguration(name));
        return Left.NOTHING;
    }

    boolean ours(AttemptKey key, String arn) {
        return endpoints.ours(key, arn);
    }
}
