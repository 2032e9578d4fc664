package io.trainyard.training.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.MotoAccount;
import io.trainyard.lambda.TestDeployment;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.domain.SampleTraining;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/**
 * Our calls and readings on an AWS that nobody here wrote. It differs from AWS's API reference: a job has ended as soon as it is created,
 * StopTrainingJob is missing, and a second CreateTrainingJob of a name overwrites (CreateTrainingJob names ResourceInUse).
 */
class SageMakerTrainingJobsOnMotoTest {

    private static final AttemptKey KEY = new AttemptKey("a1", 1, "train", 1);
    private static final String NAME = KEY.resource("ty-test");

    private final SageMakerClient client = MotoAccount.open().client(SageMakerClient.builder());
    private final SageMakerTrainingJobs jobs = new SageMakerTrainingJobs(client, TestDeployment.of("training"));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void findsWhatItHasCreated() {
        assertThat(jobs.create(job(KEY))).isEmpty();

        TrainingReport report = jobs.find(NAME).orElseThrow();
        assertThat(report.ended()).isTrue();
        assertThat(report.artifact()).startsWith("s3://bucket/jobs/a1/").endsWith("/output/model.tar.gz");
    }

    @Test
    void knowsItsOwnByTheTags() {
        jobs.create(job(KEY));

        assertThat(jobs.ours(KEY, NAME)).isTrue();
        assertThat(jobs.ours(new AttemptKey("a2", 1, "train", 1), NAME)).isFalse();
    }

    /** B34: without a network of its own a job names none. */
    @Test
    void putsInstancesIntoTheDeploymentsNetwork() {
        jobs.create(job(KEY));
        var inside = new AttemptKey("a2", 1, "train", 1);
        new SageMakerTrainingJobs(client, TestDeployment.closed("training")).create(job(inside));

        assertThat(described(NAME).vpcConfig()).isNull();
        VpcConfig vpc = described(inside.resource("ty-test")).vpcConfig();
        assertThat(vpc.subnets()).containsExactly("subnet-0a", "subnet-0b");
        assertThat(vpc.securityGroupIds()).containsExactly("sg-01");
    }

    /** SageMaker would take its own key of the account's, whatever the bucket's default is. */
    @Test
    void encryptsWithTheDeploymentsKey() {
        jobs.create(job(KEY));
        var inside = new AttemptKey("a3", 1, "train", 1);
        new SageMakerTrainingJobs(client, TestDeployment.closed("training")).create(job(inside));

        assertThat(described(NAME).outputDataConfig().kmsKeyId()).isNull();
        assertThat(described(inside.resource("ty-test")).outputDataConfig().kmsKeyId())
                .isEqualTo("arn:aws:kms:eu-west-1:123456789012:key/k-1");
    }

    private DescribeTrainingJobResponse described(String name) {
        return client.describeTrainingJob(request -> request.trainingJobName(name));
    }

    @Test
    void findsNothingWhereThereIsNone() {
        assertThat(jobs.find(NAME)).isEmpty();
    }

    @Test
    void listsOnlyWhatStillRuns() {
        jobs.create(job(KEY));

        assertThat(jobs.running("ty-test-")).isEmpty();
    }

    private static TrainingJob job(AttemptKey key) {
        var places = new TrainingJob.Places("s3://bucket/jobs/a1/", "s3://bucket/checkpoints/a1/");
        return new TrainingJob(key.resource("ty-test"), key, SampleTraining.SPEC, "ml.m5.large", false, places);
    }
}
