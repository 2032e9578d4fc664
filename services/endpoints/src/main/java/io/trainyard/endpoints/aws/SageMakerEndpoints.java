package io.trainyard.endpoints.aws;

import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.request.Golden;
import io.trainyard.lambda.AwsRefusal;
import io.trainyard.lambda.PacedCalls;
import io.trainyard.lambda.ResourceTags;
import io.trainyard.steps.domain.AttemptKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.EndpointConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

/** Endpoints of SageMaker, and what they answer. */
final class SageMakerEndpoints implements Endpoints {

    private static final String VARIANT = "main";

    /** Less than the function may run. Whoever does not answer one row in that time cannot serve. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int GATEWAY_TIMEOUT = 504;

    /** What SageMaker takes as a content type (its API model says ASCII), and the HTTP client as a header. */
    private static final Pattern HEADER = Pattern.compile("[\\t\\x20-\\x7e]*");

    private final SageMakerClient client;
    private final SageMakerRuntimeClient runtime;

    /** With clients of its own, of which the one for the control plane goes at the service's pace. */
    static SageMakerEndpoints with(SdkHttpClient.Builder<?> http, PacedCalls paced) {
        return new SageMakerEndpoints(
                SageMakerClient.builder()
                        .httpClientBuilder(http)
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(paced))
                        .build(),
                SageMakerRuntimeClient.builder().httpClientBuilder(http).build());
    }

    SageMakerEndpoints(SageMakerClient client, SageMakerRuntimeClient runtime) {
        this.client = client;
        this.runtime = runtime;
    }

    @Override
    public Creation createConfiguration(EndpointOrder order) {
        return created(() -> client.createEndpointConfig(request -> request.endpointConfigName(order.name())
                        .productionVariants(ProductionVariant.builder()
                                .variantName(VARIANT)
                                .modelName(order.model())
                                .instanceType(ProductionVariantInstanceType.fromValue(order.instanceType()))
                                .initialInstanceCount(order.instanceCount())
                                .initialVariantWeight(1f)
                                .build())
                        .tags(tags(order.key())))
                .endpointConfigArn());
    }

    @Override
    public Creation createEndpoint(EndpointOrder order) {
        return created(() -> client.createEndpoint(request -> request.endpointName(order.name())
                        .endpointConfigName(order.name())
                        .tags(tags(order.key())))
                .endpointArn());
    }

    @Override
    public Optional<Seen> endpoint(String name) {
        return found(() -> {
            var answer = client.describeEndpoint(request -> request.endpointName(name));
            return new Seen(answer.endpointArn(), status(answer.endpointStatus()), answer.failureReason());
        });
    }

    @Override
    public Optional<String> configuration(String name) {
        return found(() -> client.describeEndpointConfig(request -> request.endpointConfigName(name))
                .endpointConfigArn());
    }

    @Override
    public boolean ours(AttemptKey key, String arn) {
        Map<String, String> tags = new HashMap<>();
        client.listTags(request -> request.resourceArn(arn)).tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        return ResourceTags.show(tags, key);
    }

    @Override
    public List<String> names(String prefix) {
        var endpoints = client.listEndpointsPaginator(request -> request.nameContains(prefix)).endpoints().stream()
                .map(EndpointSummary::endpointName);
        var configurations =
                client.listEndpointConfigsPaginator(request -> request.nameContains(prefix)).endpointConfigs().stream()
                        .map(EndpointConfigSummary::endpointConfigName);
        return Stream.concat(endpoints, configurations)
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .toList();
    }

    @Override
    public void deleteEndpoint(String name) {
        // Refused while the endpoint is being created: its end brings us back.
        tolerate(
                Set.of(AwsRefusal.NOT_FOUND, AwsRefusal.CALLER, AwsRefusal.ALREADY_EXISTS),
                () -> client.deleteEndpoint(request -> request.endpointName(name)));
    }

    @Override
    public void deleteConfiguration(String name) {
        tolerate(
                Set.of(AwsRefusal.NOT_FOUND),
                () -> client.deleteEndpointConfig(request -> request.endpointConfigName(name)));
    }

    @Override
    public void deleteModel(String name) {
        tolerate(Set.of(AwsRefusal.NOT_FOUND), () -> client.deleteModel(request -> request.modelName(name)));
    }

    @Override
    public Reply ask(String endpoint, Golden golden) {
        if (!HEADER.matcher(golden.contentType()).matches()) {
            return new Reply(BAD_REQUEST, null, "its contentType has characters that no header can carry");
        }
        try {
            var answer = runtime.invokeEndpoint(request -> request.endpointName(endpoint)
                    .contentType(golden.contentType())
                    .body(SdkBytes.fromUtf8String(golden.body()))
                    .overrideConfiguration(override -> override.apiCallTimeout(PATIENCE)));
            // Not every answer is text, and asUtf8String() refuses what is none.
            var body = new String(answer.body().asByteArrayUnsafe(), StandardCharsets.UTF_8);
            return new Reply(200, answer.customAttributes(), body);
        } catch (ModelErrorException e) {
            int status = e.originalStatusCode() == null ? SERVER_ERROR : e.originalStatusCode();
            return new Reply(status, null, String.valueOf(e.originalMessage()));
        } catch (ApiCallTimeoutException e) {
            return new Reply(GATEWAY_TIMEOUT, null, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (SageMakerRuntimeException e) {
            return refused(e);
        }
    }

    /** A no that stays one is an answer: whoever throws it is asked again and again, and pays for the endpoint meanwhile. */
    private static Reply refused(SageMakerRuntimeException answer) {
        if (AwsRefusal.of(answer) != AwsRefusal.CALLER) {
            throw answer;
        }
        return new Reply(answer.statusCode(), null, "SageMaker refused it: " + AwsRefusal.words(answer));
    }

    private static Creation created(Supplier<String> create) {
        try {
            return new Creation.Made(create.get());
        } catch (SageMakerException answer) {
            String cause = AwsRefusal.words(answer);
            return switch (AwsRefusal.of(answer)) {
                case ALREADY_EXISTS -> new Creation.Taken();
                case CALLER, NOT_FOUND ->
                    refused(FailureClass.CALLER, cause, "Mend the endpoint section of the request and submit again.");
                case QUOTA ->
                    refused(FailureClass.QUOTA, cause, "Ask AWS for a higher quota, or name another instance type.");
                case CAPACITY ->
                    refused(FailureClass.CAPACITY, cause, "Name another instance type, or resume the job later.");
                case AGAIN -> throw answer;
            };
        }
    }

    private static Creation refused(FailureClass type, String cause, String nextAction) {
        return new Creation.Refused(new Failure(type, cause, nextAction));
    }

    private static <T> Optional<T> found(Supplier<T> describe) {
        try {
            return Optional.of(describe.get());
        } catch (SageMakerException answer) {
            tolerate(Set.of(AwsRefusal.NOT_FOUND), answer);
            return Optional.empty();
        }
    }

    private static void tolerate(Set<AwsRefusal> expected, Runnable call) {
        try {
            call.run();
        } catch (SageMakerException answer) {
            tolerate(expected, answer);
        }
    }

    private static void tolerate(Set<AwsRefusal> expected, SageMakerException answer) {
        if (!expected.contains(AwsRefusal.of(answer))) {
            throw answer;
        }
    }

    private static Status status(EndpointStatus status) {
        return switch (status) {
            case IN_SERVICE -> Status.IN_SERVICE;
            case FAILED -> Status.FAILED;
            case DELETING -> Status.DELETING;
            default -> Status.CHANGING;
        };
    }

    private static List<Tag> tags(AttemptKey key) {
        return ResourceTags.of(key).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
