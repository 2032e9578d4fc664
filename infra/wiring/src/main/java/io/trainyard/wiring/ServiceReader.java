package io.trainyard.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns one parsed {@code service.yaml} into a description, and says everything that is wrong with it. */
final class ServiceReader {

    private static final Set<String> KEYS = Set.of(
            "service", "hears", "says", "state", "reads", "timers", "may", "queue", "function", "routes", "drains");
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String ACTION = "[a-z0-9-]+:[A-Za-z0-9]+";
    private static final String ROLE = "(submit|infer|operate)";
    private static final String ROUTE =
            "(GET|POST|PUT|PATCH|DELETE|ANY) /([A-Za-z0-9._~{}+/-]*) for " + ROLE + "(, " + ROLE + ")*";

    private ServiceReader() {}

    static ServiceDescription read(String folder, String file, JsonNode root, List<Violation> violations) {
        var top = new Section(file, "", root, violations);
        top.allowOnly(KEYS);
        var name = top.text("service", "service: " + folder);
        if (!name.isEmpty() && !name.equals(folder)) {
            top.refuse("service", "'" + name + "' is not the folder's name.", "write `service: " + folder + "`.");
        } else if (!folder.matches(NAME) || folder.length() > 24) {
            top.refuse("service", "'" + folder + "' cannot be part of AWS names.", "use a-z, 0-9 and -, at most 24.");
        }
        var routes = routes(top);
        var queue = queue(top, routes);
        var description = new ServiceDescription(
                folder,
                RuleReader.read(top),
                top.texts("says", NAME, "training-completed"),
                tables(top),
                references(top),
                top.flag("timers"),
                top.texts("may", ACTION, "sagemaker:CreateTrainingJob"),
                queue,
                drains(top),
                function(top),
                routes);
        checkTogether(top, description);
        return description;
    }

    private static boolean drains(Section top) {
        if (!top.has("drains")) {
            return false;
        }
        var what = top.text("drains", "drains: dead-letters");
        if (!what.isEmpty() && !what.equals("dead-letters")) {
            top.refuse("drains", "'" + what + "' cannot be drained.", "write `drains: dead-letters`, or leave it out.");
        }
        return true;
    }

    private static Optional<QueueSettings> queue(Section top, List<HttpRoute> routes) {
        if (!top.has("queue")) {
            if (routes.isEmpty()) {
                top.refuse(
                        "queue",
                        "is missing.",
                        "write `queue: {visibility: 180, max-receives: 5, batch: 2}`, or `routes` for an HTTP service.");
            }
            return Optional.empty();
        }
        var queue = top.section("queue");
        queue.allowOnly(Set.of("visibility", "max-receives", "batch", "window"));
        return Optional.of(new QueueSettings(
                queue.number("visibility", 1, 43_200),
                queue.number("max-receives", 1, 1_000),
                queue.number("batch", 1, 10),
                queue.has("window") ? queue.number("window", 0, 300) : 0));
    }

    private static FunctionSettings function(Section top) {
        if (!top.has("function")) {
            top.refuse("function", "is missing.", "write `function: {memory: 256, timeout: 30}`.");
            return new FunctionSettings(128, 1);
        }
        var function = top.section("function");
        function.allowOnly(Set.of("memory", "timeout"));
        return new FunctionSettings(function.number("memory", 128, 10_240), function.number("timeout", 1, 900));
    }

    private static List<HttpRoute> routes(Section top) {
        return top.texts("routes", ROUTE, "GET /jobs/{id} for submit, operate").stream()
                .filter(text -> text.matches(ROUTE))
                .map(text -> text.split(" ", 4))
                .map(parts -> new HttpRoute(parts[0], parts[1], List.of(parts[3].split(", "))))
                .toList();
    }

    private static List<Table> tables(Section top) {
        var tables = new ArrayList<Table>();
        for (var entry : top.list("state")) {
            var at = "state[" + tables.size() + "]";
            if (entry.isTextual()) {
                tables.add(new Table(entry.textValue(), List.of()));
            } else {
                tables.add(TableReader.read(top, at, entry));
            }
            var name = tables.getLast().name();
            if (!name.matches(NAME)) {
                top.refuse(at, "'" + name + "' is not a table's name.", "use a-z, 0-9 and -.");
            }
        }
        return tables;
    }

    private static List<TableReference> references(Section top) {
        return top.texts("reads", NAME + "\\." + NAME, "models.versions").stream()
                .map(text -> text.split("\\.", 2))
                .map(parts -> new TableReference(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private static void checkTogether(Section top, ServiceDescription it) {
        if (!it.routes().isEmpty() && it.queue().isPresent() && !it.drains()) {
            top.refuse("queue", "an HTTP service has no queue.", "remove `queue`, or `routes`.");
        }
        if (it.drains() && it.queue().isEmpty()) {
            top.refuse("queue", "who drains dead letters works on them from a queue.", "add `queue`.");
        }
        if (!it.routes().isEmpty() && !it.hears().isEmpty()) {
            top.refuse("hears", "an HTTP service hears no events.", "remove `hears`, or `routes`.");
        }
        if (!it.routes().isEmpty() && it.function().timeout() > 30) {
            top.refuse("function.timeout", "an HTTP API waits 30 s at most.", "write 30 or less.");
        }
        it.queue()
                .filter(queue -> queue.visibility() <= it.function().timeout() + queue.window())
                .ifPresent(queue -> top.refuse(
                        "queue.visibility",
                        "a message would come back while the function still works on it.",
                        "write more than function.timeout and queue.window ("
                                + (it.function().timeout() + queue.window()) + ")."));
    }
}
