package io.trainyard.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.front.JsonProtocol;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The REST protocol in JSON: operations by method and path, members in path, query, headers and body. */
final class RestCalls implements CallReader {

    private final ApiModel model;
    private final List<Route> routes;

    /** An operation's method and the segments of its path; a member's is in braces. */
    private record Route(String operation, String method, List<String> segments) {

        boolean fits(String calledMethod, List<String> called) {
            if (!method.equals(calledMethod) || segments.size() != called.size()) {
                return false;
            }
            for (int i = 0; i < called.size(); i++) {
                if (!isMember(segments.get(i)) && !segments.get(i).equals(called.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    RestCalls(ApiModel model) {
        this.model = model;
        this.routes = model.operations().stream()
                .map(operation -> {
                    var route = model.route(operation).split(" ", 2);
                    return new Route(operation, route[0], segments(route[1]));
                })
                .toList();
    }

    @Override
    public String operation(AwsRequest request) {
        return route(request).map(Route::operation).orElse("");
    }

    @Override
    public ServiceCall read(String operation, AwsRequest request) {
        var shape = model.wire(model.input(operation).orElseThrow());
        var payload = shape.path("payload").textValue();
        var input = payload == null ? JsonProtocol.body(request) : JsonProtocol.JSON.createObjectNode();
        if (payload != null) {
            input.put(payload, "");
        }
        var query = FormQuery.parse(request.query());
        shape.path("members")
                .properties()
                .forEach(member -> bind(member, request, query).ifPresent(value -> put(input, member, value)));
        return new ServiceCall(operation, input);
    }

    private Optional<String> bind(Map.Entry<String, JsonNode> member, AwsRequest request, Map<String, String> query) {
        var name = member.getValue().path("locationName").asText(member.getKey());
        return switch (member.getValue().path("location").asText()) {
            case "uri" -> segment(name, request);
            case "querystring" -> Optional.ofNullable(query.get(name));
            case "header" -> request.header(name.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private void put(ObjectNode input, Map.Entry<String, JsonNode> member, String value) {
        var shape = model.shape(member.getValue().path("shape").asText());
        input.set(member.getKey(), PlainText.as(shape, value));
    }

    private Optional<String> segment(String member, AwsRequest request) {
        var segments = route(request).orElseThrow().segments();
        var at = segments.indexOf("{" + member + "}");
        return at < 0
                ? Optional.empty()
                : Optional.of(URLDecoder.decode(
                        segments(request.path()).get(at).replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private Optional<Route> route(AwsRequest request) {
        var called = segments(request.path());
        return routes.stream()
                .filter(route -> route.fits(request.method(), called))
                .findFirst();
    }

    private static List<String> segments(String path) {
        var trimmed = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }

    private static boolean isMember(String segment) {
        return segment.startsWith("{");
    }
}
