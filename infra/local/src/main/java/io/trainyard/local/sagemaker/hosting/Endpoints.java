package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Listing;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.Tags;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/** CreateEndpoint, UpdateEndpoint, DescribeEndpoint, ListEndpoints and DeleteEndpoint. */
public final class Endpoints {

    private static final Listing LISTING = new Listing(
            "Endpoints",
            "EndpointName",
            "EndpointStatus",
            List.of("EndpointName", "EndpointArn", "CreationTime", "LastModifiedTime", "EndpointStatus"),
            "Descending");

    private final Account account;
    private final Shelf shelf;
    private final EndpointBook book;
    private final EndpointPlans plans;
    private final Rollouts rollouts;
    private final Quotas quotas;

    public Endpoints(
            Account account, Shelf shelf, EndpointBook book, EndpointPlans plans, Rollouts rollouts, Quotas quotas) {
        this.account = account;
        this.shelf = shelf;
        this.book = book;
        this.plans = plans;
        this.rollouts = rollouts;
        this.quotas = quotas;
    }

    /** Brings every endpoint back to what it was, or was about to become, when the account ended. */
    public void resume() {
        rollouts.sweep();
        shelf.all().forEach(rollouts::resume);
    }

    public ObjectNode create(ObjectNode input) {
        String name = input.path("EndpointName").asText();
        String arn = account.arn("endpoint", name);
        String config = input.path("EndpointConfigName").asText();
        ObjectNode plan = plans.of(config);
        Resource endpoint = Resource.of(
                        name,
                        Json.object()
                                .put("EndpointName", name)
                                .put("EndpointArn", arn)
                                .put("EndpointConfigName", config),
                        Tags.of(input.path("Tags")))
                .knowing(inner -> inner.set("plan", plan));
        synchronized (shelf) {
            if (shelf.find(name).isPresent()) {
                throw Facts.refusal("endpoint-exists", arn);
            }
            quotas.check(plan, shelf.all());
            rollouts.checkQuota(endpoint);
            book.open(endpoint);
        }
        shelf.find(name).ifPresent(created -> {
            book.say(created);
            rollouts.create(created);
        });
        return Json.object().put("EndpointArn", arn);
    }

    public ObjectNode update(ObjectNode input) {
        String config = input.path("EndpointConfigName").asText();
        ObjectNode plan = plans.of(config);
        Resource endpoint = find(input);
        if (input.path("RetainAllVariantProperties").asBoolean()) {
            throw Facts.refusal("not-on-one-machine", "RetainAllVariantProperties");
        }
        if (endpoint.text("EndpointConfigName").equals(config)) {
            throw Facts.refusal("same-endpoint-config", endpoint.text("EndpointArn"), config);
        }
        book.begin(
                        endpoint.name(),
                        EndpointStatus.UPDATING,
                        current -> current.knowing(inner -> {
                            inner.set("nextPlan", plan);
                            inner.put("nextConfig", config);
                        }))
                .ifPresent(rollouts::update);
        return Json.object().put("EndpointArn", endpoint.text("EndpointArn"));
    }

    public ObjectNode describe(ObjectNode input) {
        return find(input).description();
    }

    public ObjectNode list(ObjectNode input) {
        return LISTING.page(input, shelf.all());
    }

    public ObjectNode delete(ObjectNode input) {
        Resource endpoint = find(input);
        book.begin(endpoint.name(), EndpointStatus.DELETING, UnaryOperator.identity())
                .ifPresent(rollouts::delete);
        return Json.object();
    }

    private Resource find(ObjectNode input) {
        String name = input.path("EndpointName").asText();
        return shelf.find(name).orElseThrow(() -> Facts.refusal("endpoint-not-found", account.arn("endpoint", name)));
    }
}
