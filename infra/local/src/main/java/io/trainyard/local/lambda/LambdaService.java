package io.trainyard.local.lambda;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.JsonProtocol;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lambda's API: calling functions, looking at them, and stopping and starting what feeds them. */
public final class LambdaService implements AwsService {

    private static final String TYPE = "application/json";
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern FUNCTION = Pattern.compile("/2015-03-31/functions/([^/]+)(/configuration)?");
    private static final Pattern MAPPING = Pattern.compile("/2015-03-31/event-source-mappings/?([^/]*)");

    private final LambdaHost host;

    public LambdaService(LambdaHost host) {
        this.host = host;
    }

    @Override
    public String signingName() {
        return "lambda";
    }

    @Override
    public Set<String> operations() {
        return Set.of(
                "Invoke",
                "ListFunctions",
                "GetFunction",
                "GetFunctionConfiguration",
                "ListEventSourceMappings",
                "GetEventSourceMapping",
                "UpdateEventSourceMapping");
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        try {
            return route(request);
        } catch (AwsFault fault) {
            return JsonProtocol.fault(fault, TYPE);
        }
    }

    private AwsResponse route(AwsRequest request) {
        var path = java.net.URLDecoder.decode(request.path(), java.nio.charset.StandardCharsets.UTF_8);
        var invoke = INVOKE.matcher(path);
        if (invoke.matches()) {
            return invoke(function(invoke.group(1)), request);
        }
        if (path.equals("/2015-03-31/functions/") || path.equals("/2015-03-31/functions")) {
            return list();
        }
        var function = FUNCTION.matcher(path);
        if (function.matches() && request.method().equals("GET")) {
            var configuration = configuration(function(function.group(1)));
            return function.group(2) != null
                    ? JsonProtocol.answer(200, TYPE, configuration)
                    : JsonProtocol.answer(200, TYPE, JSON.createObjectNode().set("Configuration", configuration));
        }
        var mapping = MAPPING.matcher(path);
        if (mapping.matches()) {
            return mappings(request, mapping.group(1));
        }
        throw AwsFault.notHere("The Lambda operation " + request.method() + " " + path);
    }

    private Function function(String nameOrArn) {
        var name = nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1);
        return host.function(name)
                .orElseThrow(() -> new AwsFault(404, "ResourceNotFoundException", "Function not found: " + nameOrArn));
    }

    private AwsResponse invoke(Function function, AwsRequest request) {
        var type = request.header("x-amz-invocation-type").orElse("RequestResponse");
        var payload =
                request.body().length == 0 ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : request.body();
        return switch (type) {
            case "RequestResponse" -> wait(function, payload);
            case "Event" -> {
                Thread.startVirtualThread(() -> wait(function, payload));
                yield new AwsResponse(202, Map.of(), new byte[0]);
            }
            case "DryRun" -> new AwsResponse(204, Map.of(), new byte[0]);
            default -> throw AwsFault.of("InvalidParameterValueException", "Unknown invocation type " + type);
        };
    }

    private static AwsResponse wait(Function function, byte[] payload) {
        try {
            return switch (function.call(payload)) {
                case InvocationResult.Answered it ->
                    new AwsResponse(
                            200, Map.of("Content-Type", TYPE, "X-Amz-Executed-Version", "$LATEST"), it.payload());
                case InvocationResult.Failed it ->
                    new AwsResponse(
                            200,
                            Map.of(
                                    "Content-Type",
                                    TYPE,
                                    "X-Amz-Executed-Version",
                                    "$LATEST",
                                    "X-Amz-Function-Error",
                                    "Unhandled"),
                            it.payload());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwsFault(500, "ServiceException", "The account is stopping.");
        }
    }

    private AwsResponse list() {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("Functions");
        host.functions().stream()
                .sorted(Comparator.comparing(function -> function.definition().name()))
                .forEach(function -> list.add(configuration(function)));
        return JsonProtocol.answer(200, TYPE, answer);
    }

    private static ObjectNode configuration(Function function) {
        var definition = function.definition();
        return JSON.createObjectNode()
                .put("FunctionName", definition.name())
                .put("FunctionArn", definition.arn())
                .put("Runtime", "java21")
                .put("MemorySize", definition.memory())
                .put("Timeout", definition.timeout().toSeconds())
                .put("State", "Active")
                .put("PackageType", "Zip")
                .put("Version", "$LATEST");
    }

    private AwsResponse mappings(AwsRequest request, String id) {
        if (id.isEmpty()) {
            var answer = JSON.createObjectNode();
            var list = answer.putArray("EventSourceMappings");
            host.mappings().stream()
                    .filter(mapping -> wanted(request.query(), mapping))
                    .forEach(mapping -> list.add(describe(mapping)));
            return JsonProtocol.answer(200, TYPE, answer);
        }
        var mapping = host.mappings().stream()
                .filter(it -> uuid(it).equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AwsFault(404, "ResourceNotFoundException", "The resource you requested does not exist."));
        if (request.method().equals("PUT")) {
            var enabled = JsonProtocol.body(request).path("Enabled");
            if (enabled.isBoolean()) {
                mapping.enable(enabled.booleanValue());
            }
            return JsonProtocol.answer(202, TYPE, describe(mapping));
        }
        return JsonProtocol.answer(200, TYPE, describe(mapping));
    }

    private static boolean wanted(String query, EventSourceMapping mapping) {
        var definition = mapping.function().definition();
        return !query.contains("FunctionName=")
                || java.util.Arrays.stream(query.split("&"))
                        .map(it -> java.net.URLDecoder.decode(it, java.nio.charset.StandardCharsets.UTF_8))
                        .anyMatch(it -> it.equals("FunctionName=" + definition.name())
                                || it.equals("FunctionName=" + definition.arn()));
    }

    private static ObjectNode describe(EventSourceMapping mapping) {
        return JSON.createObjectNode()
                .put("UUID", uuid(mapping))
                .put("EventSourceArn", mapping.source().arn())
                .put("FunctionArn", mapping.function().definition().arn())
                .put("BatchSize", mapping.source().batch())
                .put("MaximumBatchingWindowInSeconds", (int)
                        mapping.source().window().toSeconds())
                .put("State", mapping.enabled() ? "Enabled" : "Disabled");
    }

    /** The same at every start, so that a person may note it down. */
    private static String uuid(EventSourceMapping mapping) {
        var name = mapping.source().arn() + mapping.function().definition().arn();
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
