package io.trainyard.requests.domain;

import io.trainyard.events.Violation;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.route.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What became of examining a request. */
public sealed interface Examined {

    /**
     * It can run here.
     *
     * @param request as it was sent
     * @param plan every step with the deployment's defaults filled in
     * @param allowed how long a run may take in all
     */
    record Accepted(JobRequest request, Plan plan, Duration allowed) implements Examined {

        public Accepted {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(allowed, "allowed");
        }
    }

    /** It cannot, for each of these reasons; never empty. */
    record Refused(List<Violation> violations) implements Examined {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
