package io.trainyard.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one file cannot know: tables of others, step kinds and routes that two services claim. */
final class TogetherCheck {

    private TogetherCheck() {}

    static void check(List<ServiceDescription> services, List<Violation> violations) {
        var kinds = new HashMap<String, String>();
        var routes = new HashMap<String, String>();
        var drains = new HashMap<String, String>();
        for (var service : services) {
            var file = service.name() + "/service.yaml";
            service.reads().stream()
                    .filter(read -> !exists(services, read))
                    .forEach(read -> violations.add(new Violation(
                            file,
                            "reads",
                            "no service owns '" + read.service() + "." + read.state() + "'.",
                            "name a table from that service's `state`.")));
            service.hears().stream()
                    .flatMap(rule -> Patterns.kinds(rule).stream())
                    .forEach(kind -> once(kinds, kind, service.name(), "hears", "step kind", violations));
            if (service.drains()) {
                once(drains, "dead-letters", service.name(), "drains", "draining", violations);
            }
            service.routes().forEach(route -> once(routes, route.key(), service.name(), "routes", "route", violations));
        }
    }

    private static void once(
            Map<String, String> owners, String what, String service, String field, String noun, List<Violation> into) {
        var other = owners.putIfAbsent(what, service);
        if (other != null) {
            into.add(new Violation(
                    service + "/service.yaml",
                    field,
                    noun + " '" + what + "' is taken by " + other + " already.",
                    "let exactly one service take it."));
        }
    }

    private static boolean exists(List<ServiceDescription> services, TableReference read) {
        return services.stream()
                .filter(service -> service.name().equals(read.service()))
                .flatMap(service -> service.state().stream())
                .anyMatch(table -> table.name().equals(read.state()));
    }
}
