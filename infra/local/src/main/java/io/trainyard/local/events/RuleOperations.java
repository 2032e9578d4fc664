package io.trainyard.local.events;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.wiring.Deployment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/** The operations on rules and their targets. */
record RuleOperations(BusStore buses, Deployment deployment) {

    private static final List<String> NO_TARGET_FEATURES = List.of("InputPath", "InputTransformer", "SqsParameters");

    JsonNode putRule(ObjectNode request) {
        var bus = bus(request);
        var name = request.path("Name").asText();
        if (request.has("ScheduleExpression")) {
            throw AwsFault.notHere("A rule with ScheduleExpression (use EventBridge Scheduler)");
        }
        checkPattern(request.path("EventPattern").asText());
        var targets = buses.find(bus, name).map(StoredRule::targets).orElse(List.of());
        var rule = new StoredRule(
                bus,
                name,
                request.path("EventPattern").asText(),
                !request.path("State").asText().equals("DISABLED"),
                request.path("Description").asText(),
                targets);
        buses.keep(rule);
        return JSON.createObjectNode().put("RuleArn", rule.arn(deployment));
    }

    JsonNode describeRule(ObjectNode request) {
        return rule(buses.rule(bus(request), request.path("Name").asText()));
    }

    JsonNode deleteRule(ObjectNode request) {
        buses.find(bus(request), request.path("Name").asText()).ifPresent(rule -> {
            if (!rule.targets().isEmpty()) {
                throw AwsFault.of("ValidationException", "Rule can't be deleted since it has targets.");
            }
            buses.remove(rule);
        });
        return JSON.createObjectNode();
    }

    JsonNode listRules(ObjectNode request) {
        var prefix = request.path("NamePrefix").asText();
        var answer = JSON.createObjectNode();
        var list = answer.putArray("Rules");
        buses.rules(bus(request)).stream()
                .filter(rule -> rule.name().startsWith(prefix))
                .forEach(rule -> list.add(rule(rule)));
        return answer;
    }

    JsonNode enable(ObjectNode request, boolean enabled) {
        buses.keep(buses.rule(bus(request), request.path("Name").asText()).withEnabled(enabled));
        return JSON.createObjectNode();
    }

    JsonNode putTargets(ObjectNode request) {
        var rule = buses.rule(bus(request), request.path("Rule").asText());
        var targets = new ArrayList<>(rule.targets());
        for (var given : request.path("Targets")) {
            var target = target(given);
            targets.removeIf(other -> other.id().equals(target.id()));
            targets.add(target);
        }
        buses.keep(rule.withTargets(targets));
        return noneFailed();
    }

    JsonNode removeTargets(ObjectNode request) {
        var rule = buses.rule(bus(request), request.path("Rule").asText());
        var ids = new HashSet<String>();
        request.path("Ids").forEach(id -> ids.add(id.asText()));
        buses.keep(rule.withTargets(rule.targets().stream()
                .filter(target -> !ids.contains(target.id()))
                .toList()));
        return noneFailed();
    }

    JsonNode listTargets(ObjectNode request) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("Targets");
        buses.rule(bus(request), request.path("Rule").asText()).targets().forEach(target -> {
            var entry = list.addObject().put("Id", target.id()).put("Arn", target.arn());
            if (target.input() != null) {
                entry.put("Input", target.input());
            }
            if (target.deadLetters() != null) {
                entry.putObject("DeadLetterConfig").put("Arn", target.deadLetters());
            }
        });
        return answer;
    }

    static JsonNode testPattern(ObjectNode request) {
        var pattern = request.path("EventPattern").asText();
        checkPattern(pattern);
        try {
            var matches = Ruler.matchesRule(request.path("Event").asText(), pattern);
            return JSON.createObjectNode().put("Result", matches);
        } catch (Exception e) {
            throw AwsFault.of("ValidationException", "Parameter Event is not valid.");
        }
    }

    private static Target target(JsonNode given) {
        for (var feature : NO_TARGET_FEATURES) {
            if (given.has(feature)) {
                throw AwsFault.notHere("A target with " + feature);
            }
        }
        var target = new Target(
                given.path("Id").asText(),
                given.path("Arn").asText(),
                text(given.path("Input")),
                text(given.path("DeadLetterConfig").path("Arn")));
        if (!target.isQueue()) {
            throw AwsFault.notHere("A target other than an SQS queue (" + target.arn() + ")");
        }
        return target;
    }

    private static @Nullable String text(JsonNode given) {
        return given.isTextual() ? given.textValue() : null;
    }

    private static void checkPattern(String pattern) {
        String problem;
        try {
            problem = JsonRuleCompiler.check(pattern);
        } catch (RuntimeException e) {
            problem = e.getMessage();
        }
        if (problem != null) {
            throw AwsFault.of("InvalidEventPatternException", "Event pattern is not valid. Reason: " + problem);
        }
    }

    private ObjectNode rule(StoredRule rule) {
        return JSON.createObjectNode()
                .put("Name", rule.name())
                .put("Arn", rule.arn(deployment))
                .put("EventPattern", rule.pattern())
                .put("State", rule.enabled() ? "ENABLED" : "DISABLED")
                .put("Description", rule.description())
                .put("EventBusName", rule.bus());
    }

    private static String bus(ObjectNode request) {
        return BusNames.of(request.path("EventBusName").asText(BusStore.DEFAULT));
    }

    private static ObjectNode noneFailed() {
        var answer = JSON.createObjectNode().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }
}
