package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.trainyard.events.request.JobRequest;
import java.util.Objects;

/** Please run this. Said by upstream systems and by the jobs API; a request that brings a route is refused. */
public record JobRequested(@JsonValue JobRequest request) implements UnroutedFact {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JobRequested {
        Objects.requireNonNull(request, "request");
    }
}
