package io.trainyard.local.http;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.identity.JwtAuthorizer;
import io.trainyard.local.lambda.Invocable;
import io.trainyard.local.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The public API of the deployment: API Gateway's HTTP API with its limits (10 MB in, 6 MB to a function, 30 seconds) and
 * its own answers where no function gives one.
 */
public final class HttpApi implements AutoCloseable {

    /** The largest body that the gateway takes, in bytes. */
    public static final int LARGEST_BODY = 10 << 20;

    private static final int LARGEST_PAYLOAD = 6 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    // The pages of this machine only: an API on loopback is in reach of every page that a person opens.
    private static final Pattern OWN_ORIGIN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?");

    private final String account;
    private final JwtAuthorizer authorizer;
    private final Clock clock;
    private final Supplier<String> ids;
    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public HttpApi(String account, JwtAuthorizer authorizer, Clock clock, Supplier<String> ids) {
        this.account = account;
        this.authorizer = authorizer;
        this.clock = clock;
        this.ids = ids;
    }

    /** Adds a route; to be called before the first request. */
    public void route(String method, String template, Invocable function) {
        routes.add(new Route(method, template, function));
        routes.sort(Comparator.comparingInt(Route::rank));
    }

    /** Answers one request. */
    public AwsResponse handle(AwsRequest request) {
        var id = ids.get();
        var origin =
                request.header("origin").filter(it -> OWN_ORIGIN.matcher(it).matches());
        if (request.method().equals("OPTIONS")
                && request.header("access-control-request-method").isPresent()) {
            return preflight(origin);
        }
        var answer = match(request).map(matched -> authorized(matched, id)).orElseGet(() -> message(404, "Not Found"));
        var headers = new LinkedHashMap<>(answer.headers());
        headers.put("Apigw-Requestid", id);
        origin.ifPresent(it -> headers.putIfAbsent("Access-Control-Allow-Origin", it));
        return new AwsResponse(answer.status(), headers, answer.body());
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private Optional<Payload.Matched> match(AwsRequest request) {
        return routes.stream()
                .flatMap(route -> route.match(request.method(), request.path()).stream()
                        .map(parameters -> new Payload.Matched(request, route, parameters, account)))
                .findFirst();
    }

    private AwsResponse authorized(Payload.Matched matched, String id) {
        return authorizer
                .claims(matched.request().header("authorization"))
                .map(claims -> call(matched, claims, id))
                .orElseGet(HttpApi::unauthorized);
    }

    private static AwsResponse unauthorized() {
        var answer = message(401, "Unauthorized");
        var headers = new LinkedHashMap<>(answer.headers());
        headers.put("WWW-Authenticate", "Bearer");
        return new AwsResponse(answer.status(), headers, answer.body());
    }

    private AwsResponse call(Payload.Matched matched, Map<String, String> claims, String id) {
        var payload = JsonProtocol.bytes(Payload.event(matched, claims, id, clock.instant()));
        if (payload.length > LARGEST_PAYLOAD) {
            return message(413, "Request Too Long");
        }
        var call = calls.submit(() -> matched.route().function().call(payload));
        try {
            return switch (call.get(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                case InvocationResult.Answered answered -> read(answered);
                case InvocationResult.Failed failed -> message(500, "Internal Server Error");
            };
        } catch (TimeoutException e) {
            return message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            return message(500, "Internal Server Error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return message(503, "Service Unavailable");
        }
    }

    private static AwsResponse read(InvocationResult.Answered answered) {
        try {
            return Payload.response(answered.payload());
        } catch (IOException | IllegalArgumentException e) {
            return message(500, "Internal Server Error");
        }
    }

    private static AwsResponse preflight(Optional<String> origin) {
        var headers = origin.map(it -> Map.of(
                        "Access-Control-Allow-Origin", it,
                        "Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE",
                        "Access-Control-Allow-Headers", "content-type,authorization",
                        "Access-Control-Max-Age", "300"))
                .orElse(Map.of());
        return new AwsResponse(204, headers, new byte[0]);
    }

    private static AwsResponse message(int status, String text) {
        return AwsResponse.of(
                status, "application/json", ("{\"message\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
