package io.trainyard.training.aws;

import io.trainyard.events.request.TrainingSpec;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.ResourceTags;
import io.trainyard.training.domain.TrainingJob;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.MetricDefinition;
import software.amazon.awssdk.services.sagemaker.model.S3DataDistribution;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/** Writes a training job down as SageMaker's API takes it. */
final class CreateTrainingJobs {

    private static final int VOLUME_GB = 30;
    private static final int LONGEST_WAIT_SECONDS = 28 * 24 * 3600;
    private static final int MAX_RUNTIME_SECONDS = 86_400;

    private CreateTrainingJobs() {}

    static CreateTrainingJobRequest request(TrainingJob job, Deployment deployment) {
        TrainingSpec spec = job.spec();
        int longest = or(spec.maxRuntimeSeconds(), MAX_RUNTIME_SECONDS);
        CreateTrainingJobRequest.Builder request = CreateTrainingJobRequest.builder()
                .trainingJobName(job.name())
                .roleArn(deployment.sageMakerRoleArn())
                .algorithmSpecification(algorithm -> algorithm
                        .trainingImage(spec.image())
                        .trainingInputMode(TrainingInputMode.FILE)
                        .metricDefinitions(metrics(spec.metrics())))
                .hyperParameters(spec.hyperparameters())
                .inputDataConfig(spec.channels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(channel -> channel(channel.getKey(), channel.getValue()))
                        .toList())
                .outputDataConfig(
                        output -> output.s3OutputPath(job.places().output()).kmsKeyId(deployment.key()))
                .resourceConfig(resources -> resources
                        .instanceType(job.instanceType())
                        .instanceCount(or(spec.instanceCount(), 1))
                        .volumeSizeInGB(or(spec.volumeGb(), VOLUME_GB)))
                .stoppingCondition(stop ->
                        stop.maxRuntimeInSeconds(longest).maxWaitTimeInSeconds(job.spot() ? wait(spec, longest) : null))
                .vpcConfig(vpc(deployment))
                .tags(tags(job));
        if (Boolean.TRUE.equals(spec.spot())) {
            // On-demand too: it goes on where the spot instance before it was reclaimed.
            request.enableManagedSpotTraining(job.spot())
                    .checkpointConfig(
                            checkpoints -> checkpoints.s3Uri(job.places().checkpoints()));
        }
        return request.build();
    }

    /** Twice the run time, unless the request says otherwise: an hour of training may wait an hour for its instances. */
    private static int wait(TrainingSpec spec, int longest) {
        return or(spec.maxWaitSeconds(), (int) Math.min(2L * longest, LONGEST_WAIT_SECONDS));
    }

    private static @Nullable VpcConfig vpc(Deployment deployment) {
        return deployment.subnets().isEmpty()
                ? null
                : VpcConfig.builder()
                        .subnets(deployment.subnets())
                        .securityGroupIds(deployment.securityGroups())
                        .build();
    }

    private static Channel channel(String name, String location) {
        return Channel.builder()
                .channelName(name)
                .dataSource(source -> source.s3DataSource(s3 -> s3.s3Uri(location)
                        .s3DataType(S3DataType.S3_PREFIX)
                        .s3DataDistributionType(S3DataDistribution.FULLY_REPLICATED)))
                .build();
    }

    private static List<MetricDefinition> metrics(Map<String, String> patterns) {
        return patterns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(metric -> MetricDefinition.builder()
                        .name(metric.getKey())
                        .regex(metric.getValue())
                        .build())
                .toList();
    }

    private static List<Tag> tags(TrainingJob job) {
        return ResourceTags.of(job.key()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static int or(Integer asked, int otherwise) {
        return asked == null ? otherwise : asked;
    }
}
