package io.trainyard.local.deployment;

import io.trainyard.local.events.EventBridge;
import io.trainyard.local.http.HttpApi;
import io.trainyard.local.lambda.Function;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.local.sqs.Queues;
import io.trainyard.wiring.Bus;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Patterns;
import io.trainyard.wiring.ServiceDescription;
import io.trainyard.wiring.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the account be what the service descriptions say. Applied at every start: what is there stays, what has changed
 * is changed, rules that no description has any more are removed; queues and tables never are, because they hold data.
 */
final class ApplyWiring {

    private static final int DRAINED_AT_ONCE = 10;

    private final Deployment deployment;
    private final QueueCreation queueCreation;
    private final TableCreation tables;
    private final FunctionDeployment functions;
    private final Fed fed;

    /** What the functions are connected to. */
    record Fed(EventBridge events, LambdaHost host, Queues queues, HttpApi http) {}

    ApplyWiring(
            Deployment deployment,
            QueueCreation queueCreation,
            TableCreation tables,
            FunctionDeployment functions,
            Fed fed) {
        this.deployment = deployment;
        this.queueCreation = queueCreation;
        this.tables = tables;
        this.functions = functions;
        this.fed = fed;
    }

    /** Applies all; answers the services whose function package is missing. */
    List<String> apply(Wiring wiring) {
        var rules = new ArrayList<String>();
        for (var service : wiring.services()) {
            service.state().forEach(table -> tables.create(deployment.table(service.name(), table.name()), table));
            service.queue().ifPresent(settings -> queueCreation.create(service.name(), settings));
            rules.addAll(rules(service));
        }
        fed.events().dropOtherRules(rules);
        var missing = new ArrayList<String>();
        for (var service : wiring.services()) {
            functions
                    .deploy(service)
                    .ifPresentOrElse(function -> connect(wiring, service, function), () -> missing.add(service.name()));
        }
        return missing;
    }

    private List<String> rules(ServiceDescription service) {
        var names = new ArrayList<String>();
        for (var rule : service.hears()) {
            var name = deployment.rule(service.name(), names.size() + 1);
            var bus = rule.bus() == Bus.OWN ? deployment.bus() : "default";
            var pattern = Patterns.complete(service.name(), rule, deployment);
            var queue = deployment.queueArn(deployment.queue(service.name()));
            var dead = deployment.queueArn(deployment.deadLetterQueue(service.name()));
            fed.events().ensureRule(bus, name, pattern, queue, dead);
            names.add(name);
        }
        return names;
    }

    private void connect(Wiring wiring, ServiceDescription service, Function function) {
        if (service.drains()) {
            wiring.services().stream()
                    .filter(other -> other.queue().isPresent())
                    .forEach(other -> feed(function, deployment.deadLetterQueue(other.name()), DRAINED_AT_ONCE, 0));
        }
        service.routes().forEach(route -> fed.http().route(route.method(), route.path(), function));
        service.queue()
                .ifPresent(settings ->
                        feed(function, deployment.queue(service.name()), settings.batch(), settings.window()));
    }

    private void feed(Function function, String queue, int batch, int window) {
        fed.host().feed(function, fed.queues(), deployment.queueArn(queue), batch, Duration.ofSeconds(window));
    }
}
