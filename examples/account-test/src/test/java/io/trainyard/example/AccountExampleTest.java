package io.trainyard.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.LocalFunction;
import io.trainyard.local.junit.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An account of its own for this class, with a container that is a command, a function in a zip, and a clock. */
class AccountExampleTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/example";

    /** On AWS a training takes minutes, and the waiter looks every two. */
    private static final BackoffStrategy SOON = BackoffStrategy.fixedDelay(Duration.ofMillis(100));

    @RegisterExtension
    static final LocalAccount account = LocalAccount.builder()
            .container("example/upper", "/bin/sh", "-c", """
                    tr a-z A-Z < "$SAGEMAKER_BASE_DIR/input/data/train/words.txt" > "$SAGEMAKER_BASE_DIR/model/words.txt"
                    """)
            .clockAt(Instant.parse("2026-03-01T00:00:00Z"))
            .build();

    @Test
    void runsATrainingInACommand() {
        var s3 = account.client(S3Client.builder().forcePathStyle(true));
        s3.createBucket(it -> it.bucket("example"));
        s3.putObject(it -> it.bucket("example").key("data/words.txt"), RequestBody.fromString("hello"));
        var sagemaker = account.client(SageMakerClient.builder());
        sagemaker.createTrainingJob(training());

        var ended = sagemaker
                .waiter()
                .waitUntilTrainingJobCompletedOrStopped(
                        it -> it.trainingJobName("upper"),
                        it -> it.backoffStrategyV2(SOON).maxAttempts(200))
                .matched()
                .response()
                .orElseThrow();
        assertThat(ended.trainingJobStatus()).as(ended.failureReason()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(ended.modelArtifacts().s3ModelArtifacts())
                .isEqualTo("s3://example/models/upper/output/model.tar.gz");
    }

    @Test
    void callsAFunctionFromItsZip(@TempDir Path folder) throws IOException {
        account.deploy(LocalFunction.of("greeter", Greeter.packed(folder), Greeter.HANDLER)
                .withTimeout(Duration.ofSeconds(20))
                .withEnvironment(Map.of("GREETING", "Hello")));

        var answer = account.client(LambdaClient.builder())
                .invoke(it -> it.functionName("greeter").payload(SdkBytes.fromUtf8String("\"Ada\"")));
        assertThat(answer.payload().asUtf8String()).isEqualTo("\"Hello, Ada\"");
    }

    @Test
    void letsADayOfSchedulesPassInAMoment() {
        var sqs = account.client(SqsClient.builder());
        var url = sqs.createQueue(it -> it.queueName("hours")).queueUrl();
        account.client(SchedulerClient.builder())
                .createSchedule(it -> it.name("hourly")
                        .scheduleExpression("rate(1 hour)")
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn("arn:aws:sqs:eu-west-1:123456789012:hours")
                                .roleArn(ROLE)
                                .input("an hour has passed")));
        account.clock().advance(Duration.ofDays(1));

        var waiting =
                sqs.getQueueAttributes(it -> it.queueUrl(url).attributeNamesWithStrings("ApproximateNumberOfMessages"));
        assertThat(waiting.attributesAsStrings()).containsEntry("ApproximateNumberOfMessages", "24");
    }

    private static CreateTrainingJobRequest training() {
        return CreateTrainingJobRequest.builder()
                .trainingJobName("upper")
                .roleArn(ROLE)
                .algorithmSpecification(
                        it -> it.trainingImage("example/upper").trainingInputMode(TrainingInputMode.FILE))
                .inputDataConfig(Channel.builder()
                        .channelName("train")
                        .dataSource(source -> source.s3DataSource(
                                it -> it.s3DataType(S3DataType.S3_PREFIX).s3Uri("s3://example/data/")))
                        .build())
                .outputDataConfig(it -> it.s3OutputPath("s3://example/models"))
                .resourceConfig(it -> it.instanceType(TrainingInstanceType.ML_M5_LARGE)
                        .instanceCount(1)
                        .volumeSizeInGB(1))
                .stoppingCondition(it -> it.maxRuntimeInSeconds(60))
                .build();
    }
}
