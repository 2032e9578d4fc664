package io.trainyard.models.aws;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.lambda.AwsRefusal;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.ResourceTags;
import io.trainyard.models.app.Models;
import io.trainyard.models.domain.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/** Models of SageMaker. */
public final class SageMakerModels implements Models {

    /** The container names this in every answer, so that whoever asks knows which model served (protocol, section 7). */
    private static final String VERSION = "TRAINYARD_MODEL_VERSION";

    private final SageMakerClient client;
    private final Deployment deployment;

    /** @param deployment what the models run as, and in which network */
    public SageMakerModels(SageMakerClient client, Deployment deployment) {
        this.client = client;
        this.deployment = deployment;
    }

    @Override
    public Registration register(Model model) {
        try {
            var answer = client.createModel(request -> request.modelName(model.name())
                    .executionRoleArn(deployment.sageMakerRoleArn())
                    .vpcConfig(vpc())
                    .primaryContainer(container -> container
                            .image(model.image())
                            .modelDataUrl(model.artifact())
                            .environment(Map.of(VERSION, model.name())))
                    .tags(tags(model)));
            return new Registration.Registered(answer.modelArn());
        } catch (SageMakerException answer) {
            return refused(model, answer);
        }
    }

    @Override
    public boolean exists(String name) {
        try {
            client.describeModel(request -> request.modelName(name));
            return true;
        } catch (SageMakerException answer) {
            if (AwsRefusal.of(answer) != AwsRefusal.NOT_FOUND) {
                throw answer;
            }
            return false;
        }
    }

    @Override
    public void delete(String name) {
        try {
            client.deleteModel(request -> request.modelName(name));
        } catch (SageMakerException answer) {
            if (AwsRefusal.of(answer) != AwsRefusal.NOT_FOUND) {
                throw answer;
            }
        }
    }

    private @Nullable VpcConfig vpc() {
        return deployment.subnets().isEmpty()
                ? null
                : VpcConfig.builder()
                        .subnets(deployment.subnets())
                        .securityGroupIds(deployment.securityGroups())
                        .build();
    }

    private Registration refused(Model model, SageMakerException answer) {
        String cause = AwsRefusal.words(answer);
        return switch (AwsRefusal.of(answer)) {
            case ALREADY_EXISTS -> adopted(model, cause);
            case CALLER, NOT_FOUND ->
                new Registration.Refused(new Failure(
                        FailureClass.CALLER, cause, "Mend the model section of the request and submit again."));
            case QUOTA, CAPACITY ->
                new Registration.Refused(new Failure(
                        FailureClass.QUOTA, cause, "Delete models that nobody needs, or ask AWS for a higher quota."));
            case AGAIN -> throw answer;
        };
    }

    private Registration adopted(Model model, String cause) {
        String arn =
                client.describeModel(request -> request.modelName(model.name())).modelArn();
        Map<String, String> tags = new LinkedHashMap<>();
        client.listTags(request -> request.resourceArn(arn))
                .tags()
                .forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
        if (ResourceTags.show(tags, model.key())) {
            return new Registration.Registered(arn);
        }
        return new Registration.Refused(new Failure(
                FailureClass.CALLER,
                "A model called " + model.name() + " exists and is not this job's: " + cause,
                "Delete what was made by hand under the deployment's prefix, then resume the job."));
    }

    private static List<Tag> tags(Model model) {
        return ResourceTags.of(model.key()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
