package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.Failure;
import io.trainyard.events.request.Golden;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** SageMaker's endpoints: slow to come, slow to go, not to be deleted while they come. */
final class SimulatedEndpoints implements Endpoints {

    private static final Duration SLOW = Duration.ofMinutes(12);

    private static final class Standing {
        final EndpointOrder order;
        Status status = Status.CHANGING;
        boolean lacking;

        Standing(EndpointOrder order) {
            this.order = order;
        }
    }

    private final Stage stage;
    private final Supply supply;
    private final Creations creations;
    private final SimulatedModels models;
    private final SageMakerEvents events;
    private final Map<String, Standing> endpoints = new HashMap<>();
    private final Map<String, EndpointOrder> configurations = new HashMap<>();

    SimulatedEndpoints(Stage stage, Creations creations, SimulatedModels models, SageMakerEvents events) {
        this.stage = stage;
        this.supply = new Supply(stage);
        this.creations = creations;
        this.models = models;
        this.events = events;
    }

    @Override
    public Creation createConfiguration(EndpointOrder order) {
        if (configurations.putIfAbsent(order.name(), order) != null) {
            return new Creation.Taken();
        }
        return new Creation.Made(arn(order.name()) + "-config");
    }

    @Override
    public Creation createEndpoint(EndpointOrder order) {
        creations.asked("endpoint", order.name());
        if (endpoints.containsKey(order.name())) {
            return new Creation.Taken();
        }
        supply.alone(order.key(), key -> endpoints.containsKey(key.resource(Services.PREFIX)));
        Optional<Failure> none = supply.refusal();
        if (none.isPresent()) {
            return new Creation.Refused(none.get());
        }
        var standing = new Standing(order);
        endpoints.put(order.name(), standing);
        standing.lacking = supply.runsOut();
        boolean fails = standing.lacking || stage.chance().oneIn(stage.odds().work());
        stage.in(stage.chance().upTo(SLOW), order.name() + " comes", () -> {
            if (standing.status == Status.CHANGING) {
                standing.status = fails ? Status.FAILED : Status.IN_SERVICE;
                if (fails && !standing.lacking) {
                    stage.count(Fault.ENDPOINT_FAILED);
                }
                say(order.name(), fails ? "FAILED" : "IN_SERVICE");
            }
        });
        return new Creation.Made(arn(order.name()));
    }

    @Override
    public Optional<Seen> endpoint(String name) {
        return Optional.ofNullable(endpoints.get(name))
                .map(standing -> new Seen(
                        arn(name),
                        standing.status,
                        standing.status == Status.FAILED
                                ? standing.lacking
                                        ? Supply.REASON
                                        : "The primary container did not pass the ping health check."
                                : null));
    }

    @Override
    public Optional<String> configuration(String name) {
        return Optional.ofNullable(configurations.get(name)).map(order -> arn(name) + "-config");
    }

    @Override
    public boolean ours(AttemptKey key, String arn) {
        String name = arn.replace("arn:endpoint/", "").replaceAll("-config$", "");
        return name.equals(key.resource(Services.PREFIX));
    }

    @Override
    public List<String> names(String prefix) {
        return Stream.concat(endpoints.keySet().stream(), configurations.keySet().stream())
                .distinct()
                .toList();
    }

    @Override
    public void deleteEndpoint(String name) {
        Standing standing = endpoints.get(name);
        if (standing != null && (standing.status == Status.IN_SERVICE || standing.status == Status.FAILED)) {
            standing.status = Status.DELETING;
            stage.in(stage.chance().upTo(Duration.ofMinutes(2)), name + " is gone", () -> {
                endpoints.remove(name);
                say(name, "DELETED");
            });
        }
    }

    @Override
    public void deleteConfiguration(String name) {
        configurations.remove(name);
    }

    @Override
    public void deleteModel(String name) {
        models.delete(name);
    }

    @Override
    public Reply ask(String endpoint, Golden golden) {
        Standing standing = endpoints.get(endpoint);
        if (standing == null || standing.status != Status.IN_SERVICE) {
            throw new IllegalStateException(endpoint + " does not answer");
        }
        return new Reply(200, "model-version=" + standing.order.model(), "{\"predictions\":[1]}");
    }

    Set<String> names() {
        return new TreeSet<>(endpoints.keySet());
    }

    Set<String> configurationNames() {
        return new TreeSet<>(configurations.keySet());
    }

    private void say(String name, String status) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        events.say(
                name,
                detail.put("EndpointName", name).put("EndpointArn", arn(name)).put("EndpointStatus", status));
    }

    private static String arn(String name) {
        return "arn:endpoint/" + name;
    }
}
