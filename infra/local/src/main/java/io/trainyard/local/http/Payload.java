package io.trainyard.local.http;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.FormQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** API Gateway's payload version 2: a request as the event of a function, and the function's answer as a response. */
final class Payload {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern TEXT = Pattern.compile(
            "text/.*|application/(json|javascript|xml|[a-z0-9.+-]+\\+(json|xml)|x-www-form-urlencoded).*");

    private Payload() {}

    /** A request that found its route. */
    record Matched(AwsRequest request, Route route, Map<String, String> parameters, String account) {}

    /** @param claims of the token, each as text */
    static ObjectNode event(Matched matched, Map<String, String> claims, String requestId, Instant now) {
        var request = matched.request();
        var headers = new LinkedHashMap<>(request.headers());
        var cookies = headers.remove("cookie");
        var event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", matched.route().key())
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        if (cookies != null) {
            var list = event.putArray("cookies");
            Arrays.stream(cookies.split(";")).map(String::strip).forEach(list::add);
        }
        event.set("headers", JSON.valueToTree(headers));
        if (!request.query().isEmpty()) {
            event.set("queryStringParameters", JSON.valueToTree(FormQuery.parse(request.query())));
        }
        event.set("requestContext", context(matched, claims, requestId, now));
        if (!matched.parameters().isEmpty()) {
            event.set("pathParameters", JSON.valueToTree(matched.parameters()));
        }
        return body(event, request);
    }

    /** What the function answered; one that is not in the payload's form is a 200 with that JSON, as in API Gateway. */
    static AwsResponse response(byte[] answer) throws IOException {
        var root = JSON.readTree(answer);
        if (root == null || !root.has("statusCode")) {
            return AwsResponse.of(200, "application/json", answer);
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        root.path("headers")
                .properties()
                .forEach(header ->
                        put(headers, header.getKey(), header.getValue().asText()));
        root.path("multiValueHeaders")
                .properties()
                .forEach(header -> put(headers, header.getKey(), joined(header.getValue())));
        root.path("cookies").forEach(cookie -> headers.merge("Set-Cookie", cookie.asText(), (a, b) -> a + "\n" + b));
        var body = root.path("body").asText("");
        var bytes = root.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return new AwsResponse(root.path("statusCode").asInt(), headers, bytes);
    }

    private static ObjectNode context(Matched matched, Map<String, String> claims, String requestId, Instant now) {
        var request = matched.request();
        var context = JSON.createObjectNode()
                .put("accountId", matched.account())
                .put("apiId", "local")
                .put("domainName", request.header("host").orElse("localhost"))
                .put("domainPrefix", "local");
        var token = context.putObject("authorizer").putObject("jwt");
        token.set("claims", JSON.valueToTree(claims));
        token.putNull("scopes");
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", requestId)
                .put("routeKey", matched.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static ObjectNode body(ObjectNode event, AwsRequest request) {
        if (request.body().length == 0) {
            return event.put("isBase64Encoded", false);
        }
        var text = TEXT.matcher(request.header("content-type").orElse("").toLowerCase(Locale.ROOT))
                .matches();
        return text
                ? event.put("body", new String(request.body(), StandardCharsets.UTF_8))
                        .put("isBase64Encoded", false)
                : event.put("body", Base64.getEncoder().encodeToString(request.body()))
                        .put("isBase64Encoded", true);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        var dropped = List.of("content-length", "connection", "transfer-encoding");
        if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        }
    }

    private static String joined(JsonNode values) {
        var parts = new java.util.ArrayList<String>();
        values.forEach(value -> parts.add(value.asText()));
        return String.join(",", parts);
    }
}
