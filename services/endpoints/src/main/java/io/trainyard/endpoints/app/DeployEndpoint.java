package io.trainyard.endpoints.app;

import io.trainyard.endpoints.app.Endpoints.Creation;
import io.trainyard.endpoints.app.Endpoints.Seen;
import io.trainyard.endpoints.domain.DeployFailures;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.endpoints.domain.ServedModel;
import io.trainyard.endpoints.domain.Unserved;
import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.Failure;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.List;
import java.util.Optional;

/** Asks SageMaker for an endpoint, once there is a slot for it. */
final class DeployEndpoint {

    private final Endpoints endpoints;
    private final SlotDesk slots;
    private final Teardown teardown;
    private final StepStores stores;
    private final EndpointSettings settings;

    DeployEndpoint(
            Endpoints endpoints, SlotDesk slots, Teardown teardown, StepStores stores, EndpointSettings settings) {
        this.endpoints = endpoints;
        this.slots = slots;
        this.teardown = teardown;
        this.stores = stores;
        this.settings = settings;
    }

    Launch launch(Attempt attempt) {
        AttemptKey key = attempt.key();
        String name = key.resource(stores.settings().prefix());
        Optional<ServedModel> model = ServedModel.before(attempt);
        if (model.isEmpty()) {
            return refused(attempt, name, DeployFailures.noModel(key.step()));
        }
        var spec = Json.convert(attempt.planned().spec(), EndpointSpec.class);
        var order = EndpointOrder.of(attempt, name, model.get().name(), spec, settings.instanceType());
        Slot wanted = Slot.deploying(key, name, order.model(), attempt.cause().correlationId());
        SlotTable table =
                slots.enter(wanted, attempt.position().caller(), attempt.cause().causationId());
        return table.slot(key).isPresent() ? create(attempt, order) : waits(attempt, table);
    }

    private Launch waits(Attempt attempt, SlotTable table) {
        int ahead = table.line().ahead(attempt.key());
        String reason = "no endpoint slot is free: " + table.count(SlotState.READY) + " ready, "
                + table.count(SlotState.DEPLOYING) + " deploying and " + table.count(SlotState.RETIRING)
                + " retiring; the cap is " + settings.limits().cap() + " and "
                + settings.limits().surge() + " more while one replaces another; " + ahead + " wait before this one";
        var nextTry = stores.clock().instant().plus(stores.settings().checkEvery());
        return new Launch.Waits(
                new JobDelayed(attempt.key().step(), attempt.key().attempt(), nextTry, reason, List.of(), null, null));
    }

    private Launch create(Attempt attempt, EndpointOrder order) {
        return switch (endpoints.createConfiguration(order)) {
            case Creation.Refused refused -> refused(attempt, order.name(), refused.failure());
            case Creation.Made made -> createEndpoint(attempt, order);
            case Creation.Taken taken ->
                ours(order, endpoints.configuration(order.name()))
                        ? createEndpoint(attempt, order)
                        : foreign(attempt, order, "endpoint configuration");
        };
    }

    private Launch createEndpoint(Attempt attempt, EndpointOrder order) {
        return switch (endpoints.createEndpoint(order)) {
            case Creation.Refused refused -> refused(attempt, order.name(), refused.failure());
            case Creation.Made made -> launched(order, made.arn());
            case Creation.Taken taken -> {
                Optional<String> arn = endpoints.endpoint(order.name()).map(Seen::arn);
                yield ours(order, arn) ? launched(order, arn.orElseThrow()) : foreign(attempt, order, "endpoint");
            }
        };
    }

    /** Whether the taken name is taken by an earlier call of ours. */
    private boolean ours(EndpointOrder order, Optional<String> arn) {
        String known = arn.orElseThrow(
                () -> new IllegalStateException(order.name() + " was there and is gone: it has to be created again"));
        return teardown.ours(order.key(), known);
    }

    private Launch launched(EndpointOrder order, String arn) {
        AttemptKey key = order.key();
        return new Launch.Launched(
                new EndpointDeploying(key.step(), key.attempt(), order.name(), arn, order.instanceType()));
    }

    private Launch foreign(Attempt attempt, EndpointOrder order, String what) {
        return refused(attempt, order.name(), DeployFailures.foreign(what, order.name()));
    }

    private static Launch refused(Attempt attempt, String name, Failure failure) {
        return new Launch.Ended(Unserved.of(attempt, name, failure));
    }
}
