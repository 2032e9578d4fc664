package io.trainyard.local.sagemaker;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** Training jobs as the tests ask for them. */
final class Jobs {

    private Jobs() {}

    static void create(SageMakerClient client, String name, Map<String, String> parameters) {
        create(client, name, parameters, request -> {});
    }

    static void create(
            SageMakerClient client,
            String name,
            Map<String, String> parameters,
            Consumer<CreateTrainingJobRequest.Builder> also) {
        client.createTrainingJob(request -> {
            request.trainingJobName(name)
                    .algorithmSpecification(algorithm -> algorithm
                            .trainingImage(TestAccount.IMAGE)
                            .trainingInputMode(TrainingInputMode.FILE)
                            .metricDefinitions(metric -> metric.name("loss").regex("loss=([0-9.]+);")))
                    .roleArn(TestAccount.ROLE)
                    .hyperParameters(parameters)
                    .inputDataConfig(channel -> channel.channelName("train")
                            .contentType("text/csv")
                            .dataSource(source -> source.s3DataSource(
                                    s3 -> s3.s3DataType("S3Prefix").s3Uri("s3://ty-local-artifacts/data/train/"))))
                    .outputDataConfig(output -> output.s3OutputPath("s3://ty-local-artifacts/models"))
                    .resourceConfig(cluster -> cluster.instanceType(TrainingInstanceType.ML_M5_LARGE)
                            .instanceCount(1)
                            .volumeSizeInGB(10))
                    .stoppingCondition(limit -> limit.maxRuntimeInSeconds(600))
                    .tags(tag -> tag.key("job").value("j-1"));
            also.accept(request);
        });
    }

    static DescribeTrainingJobResponse describe(SageMakerClient client, String name) {
        return client.describeTrainingJob(request -> request.trainingJobName(name));
    }

    static DescribeTrainingJobResponse ended(SageMakerClient client, String name) {
        return TestAccount.eventually(() -> Optional.of(describe(client, name))
                .filter(job -> job.trainingJobStatus() != TrainingJobStatus.IN_PROGRESS
                        && job.trainingJobStatus() != TrainingJobStatus.STOPPING));
    }
}
