package io.trainyard.endpoints.domain;

import io.trainyard.events.CapacityError;
import io.trainyard.events.EndpointFailed;
import io.trainyard.events.Failure;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Outcome;
import java.util.List;

/** What becomes of an endpoint that does not serve: without room for it another attempt may go on, everything else is final. */
public final class Unserved {

    private Unserved() {}

    /** @param name of the endpoint */
    public static Outcome of(Attempt attempt, String name, Failure failure) {
        AttemptKey key = attempt.key();
        return switch (failure.type()) {
            case CAPACITY, QUOTA -> {
                String type = instanceType(attempt);
                yield new Outcome.Deferred(
                        new CapacityError(key.step(), key.attempt(), failure, type, List.of(type), null));
            }
            case CALLER, PLATFORM, OURS ->
                new Outcome.Failed(new EndpointFailed(key.step(), key.attempt(), name, failure));
        };
    }

    private static String instanceType(Attempt attempt) {
        String climbed = attempt.release().instanceType();
        List<String> asked =
                Json.convert(attempt.planned().spec(), EndpointSpec.class).instanceTypes();
        return climbed != null ? climbed : asked.isEmpty() ? "the default type" : asked.getFirst();
    }
}
