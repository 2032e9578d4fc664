package io.trainyard.lambda;

import io.trainyard.events.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The routes of a service and who may call them, from its description. */
public final class RouteRoles {

    private static final Pattern ROUTE = Pattern.compile(" *- ([A-Z]+ /\\S*) for (.+)");

    private RouteRoles() {}

    /** Roles by route. */
    public static Map<String, List<String>> of(Path description) {
        try {
            var roles = new TreeMap<String, List<String>>();
            Files.readAllLines(description).forEach(line -> {
                var route = ROUTE.matcher(line);
                if (route.matches()) {
                    roles.put(route.group(1), List.of(route.group(2).split(", ")));
                }
            });
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a function gets it in {@code TRAINYARD_ROLES}. */
    public static String json(Path description) {
        return Json.write(of(description));
    }
}
