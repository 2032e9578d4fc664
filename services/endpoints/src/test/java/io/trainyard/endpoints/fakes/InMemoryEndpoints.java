package io.trainyard.endpoints.fakes;

import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.request.Golden;
import io.trainyard.steps.domain.AttemptKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SageMaker's endpoints in memory. Nothing happens by itself: a test or a scheduler brings an endpoint into service, lets it fail, or
 * finishes a deletion. An endpoint answers with the model that it serves.
 */
public final class InMemoryEndpoints implements Endpoints {

    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";

    private record Endpoint(
            EndpointOrder order, Status status, @Nullable String failureReason) {}

    private final Map<String, EndpointOrder> configurations = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private final Map<String, Integer> creations = new HashMap<>();
    private final Set<String> deletedModels = new HashSet<>();
    private final Map<String, Failure> refusals = new HashMap<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private int looks;

    @Override
    public Creation createConfiguration(EndpointOrder order) {
        if (deletedModels.contains(order.model())) {
            return new Creation.Refused(
                    new Failure(FailureClass.CALLER, "Could not find model \"" + order.model() + "\".", "create it"));
        }
        if (configurations.putIfAbsent(order.name(), order) != null) {
            return new Creation.Taken();
        }
        return new Creation.Made(ARN + "endpoint-config/" + order.name());
    }

    @Override
    public Creation createEndpoint(EndpointOrder order) {
        if (refusals.containsKey(order.name())) {
            return new Creation.Refused(refusals.get(order.name()));
        }
        if (endpoints.containsKey(order.name())) {
            return new Creation.Taken();
        }
        if (!configurations.containsKey(order.name())) {
            return new Creation.Refused(new Failure(
                    FailureClass.CALLER,
                    "Could not find endpoint configuration \"" + order.name() + "\".",
                    "create it"));
        }
        endpoints.put(order.name(), new Endpoint(order, Status.CHANGING, null));
        creations.merge(order.name(), 1, Integer::sum);
        return new Creation.Made(arn(order.name()));
    }

    @Override
    public Optional<Seen> endpoint(String name) {
        looks++;
        return Optional.ofNullable(endpoints.get(name))
                .map(endpoint -> new Seen(arn(name), endpoint.status(), endpoint.failureReason()));
    }

    @Override
    public Optional<String> configuration(String name) {
        return Optional.ofNullable(configurations.get(name)).map(order -> ARN + "endpoint-config/" + name);
    }

    @Override
    public boolean ours(AttemptKey key, String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        EndpointOrder order = arn.contains("endpoint-config/")
                ? configurations.get(name)
                : endpoints.get(name).order();
        return order.key().equals(key);
    }

    @Override
    public List<String> names(String prefix) {
        return Stream.concat(endpoints.keySet().stream(), configurations.keySet().stream())
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .toList();
    }

    @Override
    public void deleteEndpoint(String name) {
        endpoints.computeIfPresent(
                name,
                (key, endpoint) -> endpoint.status() == Status.CHANGING
                        ? endpoint
                        : new Endpoint(endpoint.order(), Status.DELETING, null));
    }

    @Override
    public void deleteConfiguration(String name) {
        if (endpoints.containsKey(name)) {
            throw new IllegalStateException("the configuration of a living endpoint was deleted: " + name);
        }
        configurations.remove(name);
    }

    @Override
    public void deleteModel(String name) {
        deletedModels.add(name);
    }

    @Override
    public Reply ask(String endpoint, Golden golden) {
        Endpoint asked = endpoints.get(endpoint);
        if (asked == null || asked.status() != Status.IN_SERVICE) {
            throw new IllegalStateException("Endpoint " + endpoint + " of account 123456789012 not found.");
        }
        String version = "model-version=" + asked.order().model();
        return replies.getOrDefault(endpoint, new Reply(200, version, String.valueOf(golden.expected())));
    }

    /** Creating is over: it serves. Does nothing where the endpoint is not being created. */
    public void serve(String name) {
        end(name, Status.IN_SERVICE, null);
    }

    /** Creating is over: it failed. Does nothing where the endpoint is not being created. */
    public void fail(String name, String reason) {
        end(name, Status.FAILED, reason);
    }

    /** Every deletion that was asked for is done. */
    public void finishDeletions() {
        endpoints.values().removeIf(endpoint -> endpoint.status() == Status.DELETING);
    }

    /** Somebody deletes the endpoint behind our back. */
    public void vanish(String name) {
        endpoints.remove(name);
    }

    /** Refuses to create an endpoint of that name. */
    public void refuse(String name, Failure failure) {
        refusals.put(name, failure);
    }

    /** What the endpoint answers from now on. */
    public void answer(String name, Reply reply) {
        replies.put(name, reply);
    }

    /** Puts an endpoint and its configuration there that somebody else made. */
    public void foreign(EndpointOrder order) {
        configurations.put(order.name(), order);
        endpoints.put(order.name(), new Endpoint(order, Status.IN_SERVICE, null));
    }

    public List<String> names() {
        return List.copyOf(endpoints.keySet());
    }

    public List<String> configurationNames() {
        return List.copyOf(configurations.keySet());
    }

    public Set<String> deletedModels() {
        return Set.copyOf(deletedModels);
    }

    /** How often an endpoint was described. */
    public int looks() {
        return looks;
    }

    /** How often an endpoint of that name was really created. */
    public int creations(String name) {
        return creations.getOrDefault(name, 0);
    }

    private void end(String name, Status status, @Nullable String reason) {
        endpoints.computeIfPresent(
                name,
                (key, endpoint) -> endpoint.status() == Status.CHANGING
                        ? new Endpoint(endpoint.order(), status, reason)
                        : endpoint);
    }

    private static String arn(String name) {
        return ARN + "endpoint/" + name;
    }
}
