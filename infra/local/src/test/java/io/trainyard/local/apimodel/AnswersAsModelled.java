package io.trainyard.local.apimodel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Every answer that a test's SDK client gets must be as AWS's API model describes it. The SDK finds this class by the file
 * {@code execution.interceptors} and asks it at every call of every client.
 */
public final class AnswersAsModelled implements ExecutionInterceptor {

    /** Set to true for clients of somebody else's service. */
    public static final ExecutionAttribute<Boolean> OF_OTHERS = new ExecutionAttribute<>("trainyard.answers-of-others");

    /** By the SDK's own names of the services, which it spells now with spaces and capitals and now without. */
    private static final Map<String, String> MODELS = Map.of(
            "dynamodb", "dynamodb-2012-08-10-model.json",
            "eventbridge", "events-2015-10-07-model.json",
            "sagemaker", "api.sagemaker-2017-07-24-model.json",
            "sagemakerruntime", "runtime.sagemaker-2017-05-13-model.json",
            "scheduler", "scheduler-2021-06-30-model.json",
            "sns", "sns-2010-03-31-model.json",
            "sqs", "sqs-2012-11-05-model.json");

    private static final Map<String, OutputShape> SHAPES = new ConcurrentHashMap<>();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        var model = MODELS.get(service.replace(" ", "").toLowerCase(Locale.ROOT));
        if (model == null
                || !context.httpResponse().isSuccessful()
                || Boolean.TRUE.equals(attributes.getAttribute(OF_OTHERS))
                || context.responseBody().isEmpty()) {
            return context.responseBody();
        }
        try {
            var body = context.responseBody().get().readAllBytes();
            check(model, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), body);
            return Optional.of(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError which is no Exception: the SDK neither retries nor wraps it */
    private static void check(String model, String operation, byte[] body) throws IOException {
        SHAPES.computeIfAbsent(model, file -> new OutputShape(ApiModel.read(file)))
                .breach(operation, body)
                .ifPresent(breach -> {
                    throw new AssertionError("not AWS's answer: " + breach);
                });
    }
}
