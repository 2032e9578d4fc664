package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One invocation of a container: only content type, accept and SageMaker's own headers go in, only content type, custom
 * attributes and session headers come back.
 */
public final class ContainerCall {

    private static final int ANSWER_LIMIT = 6_291_456;
    private static final String ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";
    private static final String[] PASSED_ON = {
        "Content-Type", "Accept", ATTRIBUTES, "X-Amzn-SageMaker-Inference-Id", "X-Amzn-SageMaker-Session-Id"
    };
    private static final String[] PASSED_BACK = {
        ATTRIBUTES, "X-Amzn-SageMaker-New-Session-Id", "X-Amzn-SageMaker-Closed-Session-Id"
    };

    private final Host host;

    public ContainerCall(Host host) {
        this.host = host;
    }

    AwsResponse answer(String endpoint, Variant variant, AwsRequest request) {
        long end = System.nanoTime() + host.timing().invocation().toNanos();
        try {
            HttpResponse<byte[]> answer = send(variant, request, end);
            if (answer.body().length > ANSWER_LIMIT) {
                return modelError(endpoint, 500, "the response is larger than " + ANSWER_LIMIT + " bytes");
            }
            return answer.statusCode() / 100 == 2
                    ? passedBack(variant, answer)
                    : modelError(endpoint, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (HttpTimeoutException | TimeoutException e) {
            return modelError(endpoint, 0, Facts.text("invocation-timed-out"));
        } catch (IOException | ExecutionException e) {
            return modelError(endpoint, 500, "the container closed the connection: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return modelError(endpoint, 503, "the account is closing");
        }
    }

    /** A connection that was never taken carried no request, so the next container gets it. */
    private HttpResponse<byte[]> send(Variant variant, AwsRequest request, long end)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            int port = variant.port().get(left(end).toNanos(), TimeUnit.NANOSECONDS);
            try {
                return host.http()
                        .send(forContainer(port, request, left(end)), HttpResponse.BodyHandlers.ofByteArray());
            } catch (ConnectException notTaken) {
                variant.lost(port);
            }
        }
    }

    private static Duration left(long end) throws TimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new TimeoutException();
        }
        return Duration.ofNanos(nanos);
    }

    private static HttpRequest forContainer(int port, AwsRequest request, Duration limit) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/invocations"))
                .timeout(limit)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        for (String header : PASSED_ON) {
            request.header(header.toLowerCase(java.util.Locale.ROOT)).ifPresent(value -> builder.header(header, value));
        }
        return builder.build();
    }

    private static AwsResponse passedBack(Variant variant, HttpResponse<byte[]> answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", answer.headers().firstValue("Content-Type").orElse("application/octet-stream"));
        headers.put("x-Amzn-Invoked-Production-Variant", variant.plan().name());
        for (String header : PASSED_BACK) {
            answer.headers().firstValue(header).ifPresent(value -> headers.put(header, value));
        }
        return new AwsResponse(200, headers, answer.body());
    }

    private AwsResponse modelError(String endpoint, int status, String message) {
        boolean client = status / 100 == 4;
        String region = host.account().region();
        String id = host.account().id();
        ObjectNode body = Json.object()
                .put("ErrorCode", client ? "CLIENT_ERROR_FROM_MODEL" : "INTERNAL_FAILURE_FROM_MODEL")
                .put(
                        "LogStreamArn",
                        "arn:aws:logs:" + region + ":" + id + ":log-group:/aws/sagemaker/Endpoints/" + endpoint)
                .put(
                        "Message",
                        Facts.text(
                                client ? "model-client-error" : "model-server-error",
                                status,
                                message,
                                region,
                                endpoint,
                                id))
                .put("OriginalMessage", message)
                .put("OriginalStatusCode", status);
        return new AwsResponse(
                424, Map.of("Content-Type", "application/json", "x-amzn-ErrorType", "ModelError"), Json.bytes(body));
    }
}
