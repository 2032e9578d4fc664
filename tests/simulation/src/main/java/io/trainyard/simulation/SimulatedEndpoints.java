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

    private static final Duration USUAL = Duration.ofMinutes(12);
    private static final Duration SLOW = Duration.ofHours(12);

    private static final Duration DAYS = Duration.ofDays(4);

    /** SageMaker gives up by itself; until then an endpoint that is being created cannot be deleted. */
    private static final Duration STUCK = Duration.ofHours(55);

    private final Stage stage;
    private final Supply supply;
    private final Creations creations;
    private final SimulatedModels models;
    private final SageMakerEvents events;
    private final Map<String, StandingEndpoint> endpoints = new HashMap<>();
    private Runnable deleted = () -> {};
    private final Map<String, EndpointOrder> configurations = new HashMap<>();

    SimulatedEndpoints(
            Stage stage, Supply supply, Creations creations, SimulatedModels models, SageMakerEvents events) {
        this.stage = stage;
        this.supply = supply;
        this.creations = creations;
        this.models = models;
        this.events = events;
    }

    /** Who hears of an endpoint that somebody else has deleted. */
    void whenDeletedByOthers(Runnable hears) {
        deleted = hears;
    }

    @Override
    public Creation createConfiguration(EndpointOrder order) {
        if (configurations.containsKey(order.name())) {
            return new Creation.Taken();
        }
        if (!models.names().contains(order.model())) {
            throw new Violation(order.name() + " is to serve " + order.model() + ", which is gone");
        }
        configurations.put(order.name(), order);
        return new Creation.Made(arn(order.name()) + "-config");
    }

    @Override
    public Creation createEndpoint(EndpointOrder order) {
        creations.asked("endpoint", order.key(), order.name());
        if (endpoints.containsKey(order.name())) {
            return new Creation.Taken();
        }
        supply.alone(order.key(), key -> endpoints.containsKey(key.resource(Services.PREFIX)));
        Optional<Failure> none = supply.refusal(order.instanceType());
        if (none.isPresent()) {
            return new Creation.Refused(none.get());
        }
        var standing = new StandingEndpoint(order);
        endpoints.put(order.name(), standing);
        standing.lacking = !supply.give(order.instanceType(), order.name());
        boolean stuck = stage.strikes(Fault.STUCK_START);
        boolean fails = standing.lacking || stuck || stage.strikes(Fault.ENDPOINT_FAILED);
        standing.servesAnother = !fails && stage.strikes(Fault.SILENT_ROLLBACK);
        if (stage.strikes(Fault.SAGEMAKER_EVENT_EARLY)) {
            come(order.name(), standing, fails, events.early());
        } else {
            stage.in(
                    stuck ? STUCK : takes(),
                    () -> order.name() + " comes",
                    () -> come(order.name(), standing, fails, events));
        }
        return new Creation.Made(arn(order.name()));
    }

    private Duration takes() {
        return stage.chance().upTo(stage.strikes(Fault.SLOW_START) ? SLOW : USUAL);
    }

    private void come(String name, StandingEndpoint standing, boolean fails, SageMakerEvents to) {
        if (standing.status == Status.CHANGING) {
            standing.status = fails ? Status.FAILED : Status.IN_SERVICE;
            say(name, fails ? "FAILED" : "IN_SERVICE", to);
            if (!fails && stage.draws(Fault.DELETED_BY_OTHERS)) {
                stage.in(stage.chance().upTo(DAYS), () -> "somebody else deletes " + name, () -> {
                    if (standing.status == Status.IN_SERVICE) {
                        stage.count(Fault.DELETED_BY_OTHERS);
                        deleteEndpoint(name);
                        deleted.run();
                    }
                });
            }
        }
    }

    @Override
    public Optional<Seen> endpoint(String name) {
        return Optional.ofNullable(endpoints.get(name)).map(standing -> standing.seen(arn(name)));
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
        StandingEndpoint standing = endpoints.get(name);
        if (standing != null && (standing.status == Status.IN_SERVICE || standing.status == Status.FAILED)) {
            standing.status = Status.DELETING;
            stage.in(stage.chance().upTo(Duration.ofMinutes(2)), () -> name + " is gone", () -> {
                endpoints.remove(name);
                supply.takeBack(name);
                say(name, "DELETED", events);
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
        StandingEndpoint standing = endpoints.get(endpoint);
        if (standing == null || standing.status != Status.IN_SERVICE) {
            throw new IllegalStateException(endpoint + " does not answer");
        }
        String version = standing.servesAnother ? "another" : standing.order.model();
        return new Reply(200, "model-version=" + version, "{\"predictions\":[1]}");
    }

    /** How many stand. */
    int count() {
        return endpoints.size();
    }

    Set<String> names() {
        return new TreeSet<>(endpoints.keySet());
    }

    Set<String> configurationNames() {
        return new TreeSet<>(configurations.keySet());
    }

    private static void say(String name, String status, SageMakerEvents to) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        to.say(
                name,
                detail.put("EndpointName", name).put("EndpointArn", arn(name)).put("EndpointStatus", status));
    }

    private static String arn(String name) {
        return "arn:endpoint/" + name;
    }
}
