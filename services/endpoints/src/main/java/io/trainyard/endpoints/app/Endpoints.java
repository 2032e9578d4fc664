package io.trainyard.endpoints.app;

import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.Failure;
import io.trainyard.events.request.Golden;
import io.trainyard.steps.domain.AttemptKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SageMaker's endpoints and their configurations, by name. What is not named here is neither looked at nor touched.
 * Throttling, a lost connection and errors of AWS are exceptions: try again.
 */
public interface Endpoints {

    /** What came of a create call. */
    sealed interface Creation {

        /** It is made. */
        record Made(String arn) implements Creation {
            public Made {
                Objects.requireNonNull(arn, "arn");
            }
        }

        /** The name is taken, perhaps by an earlier call of ours. */
        record Taken() implements Creation {}

        /** SageMaker will never make it as asked. */
        record Refused(Failure failure) implements Creation {
            public Refused {
                Objects.requireNonNull(failure, "failure");
            }
        }
    }

    /** What an endpoint is doing, as far as we care. */
    enum Status {
        IN_SERVICE,
        FAILED,
        DELETING,
        /** Creating, updating or rolling back: its end comes by itself. */
        CHANGING
    }

    /**
     * An endpoint as it is now.
     *
     * @param failureReason why it failed; null where it did not
     */
    record Seen(String arn, Status status, @Nullable String failureReason) {
        public Seen {
            Objects.requireNonNull(arn, "arn");
            Objects.requireNonNull(status, "status");
        }
    }

    Creation createConfiguration(EndpointOrder order);

    Creation createEndpoint(EndpointOrder order);

    /** One Describe; empty where there is no such endpoint. */
    Optional<Seen> endpoint(String name);

    /** The ARN of a configuration; empty where there is none of that name. */
    Optional<String> configuration(String name);

    /** Whether a resource's tags say that it was made for this run of this job. */
    boolean ours(AttemptKey key, String arn);

    /**
     * The names of all endpoints and configurations that begin with the prefix, each once. Lists them: only the sweep asks, and what it does
     * not find ours by its tags stays untouched.
     */
    List<String> names(String prefix);

    /** Asks for the deletion. Does nothing where there is no such endpoint, or where it cannot be deleted yet. */
    void deleteEndpoint(String name);

    /** Returns when it is gone. */
    void deleteConfiguration(String name);

    /** Returns when it is gone. */
    void deleteModel(String name);

    /**
     * What an endpoint answers. One that cannot be reached is an exception; an error of its container is a {@link Reply}, and so is a no of
     * SageMaker to the request itself.
     */
    Reply ask(String endpoint, Golden golden);
}
