package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import io.trainyard.local.sagemaker.wire.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What SageMaker refuses of a training request beyond its API model, and what this account cannot do, by name. */
public final class TrainingRequestCheck {

    private static final List<String> NOT_HERE = List.of(
            "/AlgorithmSpecification/AlgorithmName",
            "/ResourceConfig/InstanceGroups",
            "/ResourceConfig/TrainingPlanArn",
            "/RemoteDebugConfig",
            "/ServerlessJobConfig");

    /** Seconds, where the request's StoppingCondition names none: SageMaker's own default. */
    static final long DEFAULT_MAX_RUNTIME = 86_400;

    private final Objects objects;
    private final String region;

    public TrainingRequestCheck(Objects objects, String region) {
        this.objects = objects;
        this.region = region;
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal for the first thing that is wrong */
    void check(ObjectNode request) {
        NOT_HERE.stream()
                .filter(path -> !request.at(path).isMissingNode())
                .findFirst()
                .ifPresent(path -> {
                    throw Facts.refusal("not-on-one-machine", path.substring(1).replace('/', '.'));
                });
        if (request.at("/AlgorithmSpecification/TrainingImage").asText().isEmpty()) {
            throw Facts.refusal("no-training-image");
        }
        if (request.at("/ResourceConfig/InstanceCount").asInt(1) != 1) {
            throw Facts.refusal("not-on-one-machine", "ResourceConfig.InstanceCount other than 1");
        }
        checkSpot(request);
        Set<String> names = new HashSet<>();
        for (JsonNode channel : request.path("InputDataConfig")) {
            String name = channel.path("ChannelName").asText();
            if (!names.add(name)) {
                throw Facts.refusal("duplicate-channels", name);
            }
            checkChannel(channel, request);
        }
    }

    private static void checkSpot(ObjectNode request) {
        JsonNode stopping = request.path("StoppingCondition");
        boolean spot = request.path("EnableManagedSpotTraining").asBoolean();
        if (!spot && stopping.has("MaxWaitTimeInSeconds")) {
            throw Facts.refusal("max-wait-without-spot");
        }
        if (spot
                && stopping.path("MaxWaitTimeInSeconds").asLong(0)
                        < stopping.path("MaxRuntimeInSeconds").asLong(DEFAULT_MAX_RUNTIME)) {
            throw Facts.refusal("max-wait-below-max-runtime");
        }
    }

    private void checkChannel(JsonNode channel, ObjectNode request) {
        JsonNode source = channel.at("/DataSource/S3DataSource");
        if (source.isMissingNode()) {
            throw Facts.refusal("not-on-one-machine", "a channel without DataSource.S3DataSource");
        }
        if (!source.path("S3DataType").asText().equals("S3Prefix")) {
            throw Facts.refusal(
                    "not-on-one-machine",
                    "S3DataType " + source.path("S3DataType").asText());
        }
        if (channel.path("CompressionType").asText("None").equals("Gzip")) {
            throw Facts.refusal("not-on-one-machine", "CompressionType Gzip");
        }
        String mode = channel.path("InputMode")
                .asText(request.at("/AlgorithmSpecification/TrainingInputMode").asText());
        if (mode.equals("Pipe")) {
            throw Facts.refusal("not-on-one-machine", "input mode Pipe");
        }
        String uri = Channels.uri(channel);
        S3Location location =
                S3Location.parse(uri).orElseThrow(() -> Facts.refusal("not-on-one-machine", "S3Uri " + uri));
        if (isEmpty(location)) {
            throw Facts.refusal(
                    "no-objects-under-prefix",
                    uri,
                    region,
                    request.path("RoleArn").asText(),
                    location.bucket());
        }
    }

    private boolean isEmpty(S3Location location) {
        try {
            return objects.list(location).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
