package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Carries out what the operations on endpoints have written down: deploys, replaces, deletes, each in a thread of its own. */
public final class Rollouts {

    private final EndpointBook book;
    private final Fleet fleet;
    private final HostSupply supply;
    private final Executor threads = task -> Thread.ofVirtual().name("rollout").start(task);

    public Rollouts(EndpointBook book, Fleet fleet, HostSupply supply) {
        this.book = book;
        this.fleet = fleet;
        this.supply = supply;
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal where the account's faults leave no instance for the endpoint */
    void checkQuota(Resource endpoint) {
        supply.checkQuota(endpoint);
    }

    void sweep() {
        fleet.sweep();
    }

    /** Goes on with the endpoint where an earlier account left it. One that served keeps its status while its containers start. */
    void resume(Resource endpoint) {
        switch (EndpointBook.status(endpoint)) {
            case CREATING -> create(endpoint);
            case UPDATING -> {
                serveAgain(endpoint);
                update(endpoint);
            }
            case IN_SERVICE -> {
                serveAgain(endpoint);
                sayAgain(endpoint);
            }
            case FAILED -> sayAgain(endpoint);
            case DELETING -> delete(endpoint);
        }
    }

    void create(Resource endpoint) {
        Deployment deployment = fleet.prepare(
                endpoint.name(), EndpointPlans.variants(endpoint.inner().path("plan")));
        fleet.serve(endpoint.name(), deployment);
        CompletableFuture.runAsync(() -> supply.await(endpoint, fleet::closing), threads)
                .thenCompose(there -> deployment.start(false))
                .whenCompleteAsync(
                        (ready, failure) -> {
                            if (failure == null) {
                                book.move(endpoint.name(), EndpointStatus.IN_SERVICE, Rollouts::showVariants);
                            } else if (!fleet.closing()) {
                                fleet.withdraw(endpoint.name());
                                book.move(endpoint.name(), EndpointStatus.FAILED, current -> failed(current, failure));
                            }
                        },
                        threads);
    }

    /** Blue and green: the new deployment takes over once it is ready; where it never is, the old one stays. */
    void update(Resource endpoint) {
        Deployment next = fleet.prepare(
                endpoint.name(), EndpointPlans.variants(endpoint.inner().path("nextPlan")));
        next.start(false)
                .whenCompleteAsync(
                        (ready, failure) -> {
                            if (failure == null && supply.rollsBack(endpoint)) {
                                fleet.discard(next);
                                book.move(endpoint.name(), EndpointStatus.IN_SERVICE, Rollouts::dropNext);
                            } else if (failure == null) {
                                fleet.serve(endpoint.name(), next);
                                book.move(endpoint.name(), EndpointStatus.IN_SERVICE, Rollouts::adoptNext);
                            } else if (!fleet.closing()) {
                                fleet.discard(next);
                                book.move(
                                        endpoint.name(),
                                        EndpointStatus.IN_SERVICE,
                                        current -> failed(dropNext(current), failure));
                            }
                        },
                        threads);
    }

    void delete(Resource endpoint) {
        threads.execute(() -> {
            fleet.withdraw(endpoint.name());
            book.gone(endpoint.name());
        });
    }

    private void serveAgain(Resource endpoint) {
        Deployment deployment = fleet.prepare(
                endpoint.name(), EndpointPlans.variants(endpoint.inner().path("plan")));
        fleet.serve(endpoint.name(), deployment);
        deployment.start(true);
    }

    private void sayAgain(Resource endpoint) {
        if (EndpointBook.unsaid(endpoint)) {
            book.say(endpoint);
        }
    }

    private static Resource showVariants(Resource endpoint) {
        return endpoint.with(description -> {
            description.set(
                    "ProductionVariants", endpoint.inner().at("/plan/shown").deepCopy());
            description.remove("FailureReason");
        });
    }

    private static Resource adoptNext(Resource endpoint) {
        String config = endpoint.inner().path("nextConfig").asText();
        Resource adopted = endpoint.knowing(inner -> inner.set("plan", inner.get("nextPlan")))
                .with(description -> description.put("EndpointConfigName", config));
        return showVariants(dropNext(adopted));
    }

    private static Resource dropNext(Resource endpoint) {
        return endpoint.knowing((ObjectNode inner) -> {
            inner.remove("nextPlan");
            inner.remove("nextConfig");
        });
    }

    private static Resource failed(Resource endpoint, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return endpoint.with(description -> description.put("FailureReason", String.valueOf(cause.getMessage())));
    }
}
