package io.trainyard.tests.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.wiring.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The IAM actions that a service has by its description: {@code may}, what its keys imply by the table that {@code may} is tested with,
 * and what Lambda needs to run any function.
 */
final class Grants {

    private static final List<String> LAMBDA =
            List.of("logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords");
    private static final List<String> POLLING =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:SendMessage");

    private Grants() {}

    static Set<String> of(ServiceDescription service) {
        var actions = new TreeSet<>(LAMBDA);
        actions.addAll(service.may());
        if (service.queue().isPresent()) {
            actions.addAll(POLLING);
        }
        var keys = keys(service);
        Checkout.read(Checkout.ROOT.resolve("tests/wiring/src/test/resources/operations.txt"))
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("|"))
                .map(line -> line.split("\\|"))
                .filter(columns ->
                        columns.length == 3 && words(columns[2]).stream().anyMatch(keys::contains))
                .forEach(columns -> actions.addAll(words(columns[1])));
        return actions;
    }

    /** The actions that a policy allows. */
    static Set<String> in(JsonNode policy) {
        var actions = new TreeSet<String>();
        policy.path("Statement").forEach(it -> it.path("Action").forEach(action -> actions.add(action.asText())));
        return actions;
    }

    private static List<String> keys(ServiceDescription service) {
        var keys = new ArrayList<String>();
        if (!service.says().isEmpty()) {
            keys.add("says");
        }
        if (!service.state().isEmpty()) {
            keys.add("state");
        }
        if (!service.reads().isEmpty()) {
            keys.add("reads");
        }
        if (service.timers()) {
            keys.add("timers");
        }
        if (service.drains()) {
            keys.add("drains");
        }
        return keys;
    }

    private static List<String> words(String column) {
        return List.of(column.strip().split("\\s+"));
    }
}
