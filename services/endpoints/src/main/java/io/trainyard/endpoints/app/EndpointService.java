package io.trainyard.endpoints.app;

import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelled;
import io.trainyard.steps.app.LaunchingService;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;
import java.util.function.Supplier;

/** Everything that the endpoints service does: the steps of its kind, and the endpoints that leave. */
public final class EndpointService implements LaunchingService {

    private final StepService steps;
    private final RetireEndpoints retire;

    /** @param owners draws a new name for each claim's lease */
    public EndpointService(EndpointPorts ports, StepStores stores, EndpointSettings settings, Supplier<String> owners) {
        this.steps = new StepService(new EndpointWork(ports, stores, settings), stores, owners);
        this.retire = new RetireEndpoints(ports, stores, settings);
    }

    @Override
    public void hear(Event event) {
        String jobId = event.metadata().jobId();
        String id = event.metadata().id();
        if (event.fact() instanceof JobCancelled) {
            // The request may come after the verdict: what still deploys must not become ready behind its back.
            event.position().ifPresent(position -> steps.stop(jobId, position.run()));
            retire.ofJob(jobId, RetireEndpoints.CANCELLED, id);
        } else if (event.fact() instanceof EndpointRetireRequested request) {
            retire.ofJob(jobId, request.requestedBy() + " asked for it", id);
        } else {
            steps.hear(event);
        }
    }

    @Override
    public boolean changed(ResourceChange change) {
        return steps.changed(change);
    }

    @Override
    public void tick(AttemptKey key) {
        steps.tick(key);
    }

    @Override
    public void sweep() {
        retire.sweep();
    }

    @Override
    public void discard(Event release, String reason, String by) {
        steps.discard(release, reason, by);
    }

    /** Goes on with a retirement: as the other methods, however often. */
    public void retire(AttemptKey key) {
        retire.goOn(key);
    }
}
