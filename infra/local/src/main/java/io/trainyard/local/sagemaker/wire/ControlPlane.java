package io.trainyard.local.sagemaker.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.RequestCheck;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * SageMaker's control plane: AWS JSON 1.1, every request checked against AWS's own API model before an operation sees it.
 *
 * <p>An operation that AWS has and this account has not is refused by its name.
 */
public final class ControlPlane {

    private static final String JSON = "application/x-amz-json-1.1";

    private final ApiModel model;
    private final RequestCheck check;
    private final Map<String, Operation> operations;
    private final Calls calls;
    private final CallLedger ledger;

    public ControlPlane(ApiModel model, Map<String, Operation> operations, Calls calls, CallLedger ledger) {
        this.model = model;
        this.check = new RequestCheck(model);
        this.operations = Map.copyOf(operations);
        this.calls = calls;
        this.ledger = ledger;
    }

    /** Answers a request whose target names an operation. */
    public AwsResponse answer(AwsRequest request) {
        String operation = request.operation().orElse("");
        if (!model.has(operation)) {
            return refused(new Refusal(
                    "UnknownOperationException", "no operation of SageMaker is called '" + operation + "'"));
        }
        calls.called(operation);
        JsonNode input = Json.object();
        try {
            Operation supported = supported(operation);
            input = input(operation, request);
            ledger.called(operation, input);
            ObjectNode answer = supported.answer((ObjectNode) input);
            return AwsResponse.of(200, JSON, Json.bytes(answer));
        } catch (Refusal refusal) {
            calls.refused(operation, refusal.error());
            ledger.refused(operation, input, refusal.error());
            return refused(refusal);
        }
    }

    /** The operations there are, sorted. */
    public Set<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    private Operation supported(String operation) {
        return Optional.ofNullable(operations.get(operation))
                .orElseThrow(() -> new Refusal(
                        "UnsupportedOperationException", operation + " is not supported by the local account"));
    }

    private ObjectNode input(String operation, AwsRequest request) {
        try {
            JsonNode body = request.body().length == 0 ? Json.object() : Json.read(request.body());
            check.refusal(operation, body).ifPresent(found -> {
                throw new Refusal(found.error(), found.message());
            });
            return (ObjectNode) body;
        } catch (IOException e) {
            throw new Refusal("SerializationException", "the request body is not JSON");
        }
    }

    private static AwsResponse refused(Refusal refusal) {
        ObjectNode body = Json.object().put("__type", refusal.error()).put("message", refusal.getMessage());
        return AwsResponse.of(400, JSON, Json.bytes(body));
    }
}
