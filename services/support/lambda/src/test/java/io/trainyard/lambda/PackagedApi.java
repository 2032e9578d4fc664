package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The packaged function of an HTTP service behind a port on loopback: each request becomes an event of API Gateway's payload format 2.0, with
 * the claims of one caller, and the function's answer the response. It stands for the time of a test class.
 */
public final class PackagedApi implements BeforeAllCallback, AfterAllCallback {

    private static final Path DESCRIPTION = Path.of("service.yaml");

    private final SignedRequests requests = new SignedRequests(DESCRIPTION);
    private final String service;
    private final String groups;
    private @Nullable AwsStub aws;
    private @Nullable CalledFunction function;
    private @Nullable HttpServer server;

    /** @param groups of whoever calls, as API Gateway hands them over: {@code [submit infer]} */
    public PackagedApi(String service, String groups) {
        this.service = service;
        this.groups = groups;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        aws = new AwsStub();
        function =
                PackagedFunction.of(service, aws.endpoint(), Map.of("TRAINYARD_ROLES", RouteRoles.json(DESCRIPTION)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The AWS that the function finds. */
    public AwsStub aws() {
        return aws;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
        function.close();
        aws.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode answer = Json.tree(function.call(Json.write(event(exchange))));
            answer.path("headers")
                    .properties()
                    .forEach(header -> exchange.getResponseHeaders()
                            .set(header.getKey(), header.getValue().asText()));
            exchange.getResponseHeaders().remove("Content-Length");
            byte[] body = body(answer);
            exchange.sendResponseHeaders(answer.path("statusCode").asInt(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] body(JsonNode answer) {
        String text = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private APIGatewayV2HTTPEvent event(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var event = requests.event(method, path, "local", groups);
        event.setVersion("2.0");
        event.setRawPath(path);
        event.setRawQueryString(
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
        event.setHeaders(headers);
        event.getRequestContext()
                .setHttp(RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .build());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            event.setBody(Base64.getEncoder().encodeToString(body));
            event.setIsBase64Encoded(true);
        }
        return event;
    }
}
