package io.trainyard.local.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** AWS's JSON protocols: bodies in and out, and errors as the SDKs expect them. */
public final class JsonProtocol {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE_1_1 = "application/x-amz-json-1.1";

    private JsonProtocol() {}

    /** Answers an {@code X-Amz-Target} request by the operation of that name. */
    public static AwsResponse dispatch(AwsRequest request, Map<String, Function<ObjectNode, JsonNode>> operations) {
        var name = request.operation().orElse("");
        var operation = operations.get(name);
        try {
            if (operation == null) {
                throw AwsFault.notHere("Operation '" + name + "'");
            }
            return answer(200, TYPE_1_1, operation.apply(body(request)));
        } catch (AwsFault fault) {
            return fault(fault, TYPE_1_1);
        }
    }

    /** The request's body; an empty one is an empty object. */
    public static ObjectNode body(AwsRequest request) {
        try {
            var body = request.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw AwsFault.of("SerializationException", "the body is not JSON: " + firstLine(e));
        }
        throw AwsFault.of("SerializationException", "Start of structure or map found where not expected.");
    }

    public static AwsResponse answer(int status, String type, JsonNode body) {
        return AwsResponse.of(status, type, bytes(body));
    }

    public static AwsResponse fault(AwsFault fault, String type) {
        var body = JSON.createObjectNode().put("__type", fault.code()).put("message", fault.getMessage());
        body.put("Message", fault.getMessage());
        var headers = Map.of("Content-Type", type, "x-amzn-ErrorType", fault.code());
        return new AwsResponse(fault.status(), headers, bytes(body));
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
