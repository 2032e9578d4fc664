package io.trainyard.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.Documents;
import io.trainyard.local.usage.Usage;
import io.trainyard.wiring.Deployment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * EventBridge: two or more buses, rules with SQS targets, PutEvents.
 *
 * <p>Events of AWS services come in through {@link #defaultBus}, which now and then delivers one twice.
 */
public final class EventBridge implements AwsService {

    private final BusStore buses;
    private final Delivery delivery;
    private final DefaultBus defaultBus;
    private final Map<String, Function<ObjectNode, JsonNode>> operations;

    /** What the account lends to its parts. */
    public record Surroundings(Deployment deployment, Clock clock, Supplier<String> ids, Faults faults, Usage usage) {}

    /** The buses and rules in {@code documents}; {@code duplicates} decides which AWS events come twice. */
    public EventBridge(Surroundings here, Documents documents, Queues queues, Duplicates duplicates) {
        this.buses = new BusStore(documents);
        this.delivery = new Delivery(buses, queues, here.deployment());
        var envelopes = new Envelopes(here.deployment());
        var putEvents = new PutEvents(delivery, envelopes, here);
        DefaultBus reliable = (source, detailType, detail, resources) -> {
            var content = new Envelopes.Content(
                    source, detailType, detail, resources, here.clock().instant());
            var event = envelopes.envelope(here.ids().get(), content);
            for (int copy = 0; copy < duplicates.copies(); copy++) {
                delivery.deliver(BusStore.DEFAULT, event).join();
            }
        };
        this.defaultBus = new FaultyBus(reliable, here.faults());
        var rules = new RuleOperations(buses, here.deployment());
        var busOperations = new BusOperations(buses, here.deployment());
        this.operations = Map.ofEntries(
                Map.entry("PutEvents", putEvents::put),
                Map.entry("PutRule", rules::putRule),
                Map.entry("DescribeRule", rules::describeRule),
                Map.entry("DeleteRule", rules::deleteRule),
                Map.entry("ListRules", rules::listRules),
                Map.entry("EnableRule", request -> rules.enable(request, true)),
                Map.entry("DisableRule", request -> rules.enable(request, false)),
                Map.entry("PutTargets", rules::putTargets),
                Map.entry("RemoveTargets", rules::removeTargets),
                Map.entry("ListTargetsByRule", rules::listTargets),
                Map.entry("TestEventPattern", RuleOperations::testPattern),
                Map.entry("CreateEventBus", busOperations::create),
                Map.entry("DeleteEventBus", busOperations::delete),
                Map.entry("DescribeEventBus", busOperations::describe),
                Map.entry("ListEventBuses", busOperations::list));
    }

    /** Makes the bus unless it is there. */
    public void ensureBus(String bus) {
        if (!buses.hasBus(bus)) {
            buses.createBus(bus);
        }
    }

    /** Makes a rule of a bus be exactly this: its pattern, one queue as its target, and where what cannot be delivered goes. */
    public void ensureRule(String bus, String name, JsonNode pattern, String queueArn, String deadLettersArn) {
        var target = new Target("queue", queueArn, null, deadLettersArn);
        var wanted = new StoredRule(bus, name, pattern.toString(), true, "from service.yaml", List.of(target));
        if (!buses.find(bus, name).equals(java.util.Optional.of(wanted))) {
            buses.keep(wanted);
        }
    }

    /** Removes the rules that {@link #ensureRule} made earlier and that are not among {@code names} any more. */
    public void dropOtherRules(List<String> names) {
        buses.buses()
                .forEach(bus -> buses.rules(bus).stream()
                        .filter(rule -> rule.description().equals("from service.yaml") && !names.contains(rule.name()))
                        .forEach(buses::remove));
    }

    /** The port by which parts of the account tell of their own changes. */
    public DefaultBus defaultBus() {
        return defaultBus;
    }

    /** Events dropped because a target's queue is gone, and has no dead-letter queue. */
    public long undelivered() {
        return delivery.undelivered();
    }

    @Override
    public String signingName() {
        return "events";
    }

    @Override
    public Set<String> operations() {
        return operations.keySet();
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        return JsonProtocol.dispatch(request, operations);
    }
}
