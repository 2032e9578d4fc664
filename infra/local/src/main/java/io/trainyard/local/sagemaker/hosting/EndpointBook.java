package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.wire.CallLedger;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes down what happens to endpoints and says it: on disk first, then as an event, and what may not have been said before
 * a kill is said again.
 */
public final class EndpointBook {

    private static final String TYPE = "endpoint";
    private static final List<String> EVENT_MEMBERS = List.of(
            "EndpointName",
            "EndpointArn",
            "EndpointConfigName",
            "ProductionVariants",
            "EndpointStatus",
            "FailureReason",
            "CreationTime",
            "LastModifiedTime");

    private final Shelf endpoints;
    private final StateEvents events;
    private final Clock clock;
    private final CallLedger ledger;

    public EndpointBook(Shelf endpoints, StateEvents events, Clock clock, CallLedger ledger) {
        this.endpoints = endpoints;
        this.events = events;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Opens the record of a new endpoint, not yet said; false where the name is taken. */
    boolean open(Resource endpoint) {
        return endpoints.add(
                endpoint.with(description -> {
                    description.put("CreationTime", Json.seconds(clock.instant()));
                    enter(description, EndpointStatus.CREATING);
                }),
                () -> ledger.happened("created", TYPE, endpoint.name()));
    }

    /**
     * As {@link #move}, for what a caller asks of the endpoint.
     *
     * @throws io.trainyard.local.sagemaker.wire.Refusal where the endpoint is still changing for an earlier call
     */
    Optional<Resource> begin(String name, EndpointStatus status, UnaryOperator<Resource> also) {
        return move(name, status, endpoint -> {
            if (!status(endpoint).settled()) {
                throw Facts.refusal("endpoint-in-progress", endpoint.text("EndpointArn"));
            }
            return also.apply(endpoint);
        });
    }

    /** Changes the endpoint, puts it into the status and says so; empty where it is gone. */
    Optional<Resource> move(String name, EndpointStatus status, UnaryOperator<Resource> also) {
        Optional<Resource> moved = endpoints.update(
                name,
                endpoint -> also.apply(endpoint).with(description -> enter(description, status)),
                changed -> ledger.happened(status.word(), TYPE, name));
        moved.ifPresent(this::say);
        return moved;
    }

    /** Takes the endpoint off the shelf, once nothing of it runs. Told first: what a kill keeps on the shelf is taken off by the next account. */
    void gone(String name) {
        ledger.happenedOnce("deleted", TYPE, name);
        endpoints.remove(name);
    }

    /** Said again after a kill, and told to the ledger where the kill kept that from it. */
    void say(Resource endpoint) {
        ledger.happenedOnce("created", TYPE, endpoint.name());
        ledger.happenedOnce(status(endpoint).word(), TYPE, endpoint.name());
        ObjectNode spelled = endpoint.description().deepCopy();
        EndpointStatus status = status(endpoint);
        spelled.put("EndpointStatus", status.name());
        events.say(
                "Endpoint",
                "EndpointArn",
                new Resource(endpoint.name(), spelled, endpoint.tags(), endpoint.inner()),
                EVENT_MEMBERS);
        endpoints.update(endpoint.name(), said -> said.knowing(inner -> inner.put("said", status.word())));
    }

    static EndpointStatus status(Resource endpoint) {
        return EndpointStatus.of(endpoint.text("EndpointStatus"));
    }

    /** Whether the event of the endpoint's status may not have been said. */
    static boolean unsaid(Resource endpoint) {
        return !endpoint.inner().path("said").asText().equals(endpoint.text("EndpointStatus"));
    }

    private void enter(ObjectNode description, EndpointStatus status) {
        description.put("EndpointStatus", status.word());
        description.put("LastModifiedTime", Json.seconds(clock.instant()));
    }
}
