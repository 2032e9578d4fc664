package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Calls;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import io.trainyard.local.sagemaker.wire.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SageMaker's runtime: {@code POST /endpoints/NAME/invocations}, passed to a container of the endpoint and back. */
public final class Invocations {

    /** InvokeEndpoint's own limit on the request's body. */
    static final int BODY_LIMIT = 6_291_456;

    private static final Pattern PATH = Pattern.compile("/endpoints/([^/]+)/invocations/?");

    private final Account account;
    private final Shelf endpoints;
    private final Fleet fleet;
    private final ContainerCall containerCall;
    private final Calls calls;
    private final RandomGenerator random;

    public Invocations(
            Account account,
            Shelf endpoints,
            Fleet fleet,
            ContainerCall containerCall,
            Calls calls,
            RandomGenerator random) {
        this.account = account;
        this.endpoints = endpoints;
        this.fleet = fleet;
        this.containerCall = containerCall;
        this.calls = calls;
        this.random = random;
    }

    /** Answers a request of the runtime; whatever is no invocation is refused by its path. */
    public AwsResponse answer(AwsRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!request.method().equals("POST") || !path.matches()) {
            return refused(
                    404,
                    new Refusal(
                            "UnknownOperationException", request.path() + " is not supported by the local account"));
        }
        calls.invoked();
        try {
            return invoke(URLDecoder.decode(path.group(1), StandardCharsets.UTF_8), request);
        } catch (Refusal refusal) {
            return refused(400, refusal);
        }
    }

    private AwsResponse invoke(String name, AwsRequest request) {
        if (request.body().length > BODY_LIMIT) {
            throw Facts.refusal("body-too-long", BODY_LIMIT);
        }
        Deployment deployment = endpoints
                .find(name)
                .filter(endpoint -> EndpointBook.status(endpoint).serves())
                .map(Resource::name)
                .flatMap(fleet::serving)
                .orElseThrow(() -> Facts.refusal("endpoint-not-invocable", name, account.id()));
        Optional<String> wanted = request.header("x-amzn-sagemaker-target-variant");
        Variant variant = wanted.isEmpty()
                ? deployment.choose(random)
                : deployment
                        .named(wanted.get())
                        .orElseThrow(() -> Facts.refusal("variant-not-found", wanted.get(), name, account.id()));
        return containerCall.answer(name, variant, request);
    }

    private static AwsResponse refused(int status, Refusal refusal) {
        ObjectNode body = Json.object().put("Message", refusal.getMessage());
        return new AwsResponse(
                status,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", refusal.error()),
                Json.bytes(body));
    }
}
