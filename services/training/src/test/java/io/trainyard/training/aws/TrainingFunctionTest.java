package io.trainyard.training.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.Releases;
import io.trainyard.training.app.TrainingWork;
import io.trainyard.training.domain.SampleTraining;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

class TrainingFunctionTest extends FunctionContract {

    private static final String NAME = "ty-test-job1-training-1-1";

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub("training", where, parts -> {
            var jobs = new SageMakerTrainingJobs(where.client(SageMakerClient.builder()), parts.deployment());
            var checkpoints = new S3Checkpoints(where.client(S3Client.builder()));
            var at = parts.deployment();
            return parts.steps().messages(new TrainingWork(jobs, checkpoints, at.prefix(), at.bucket()));
        });
    }

    @Override
    protected String work() {
        return delivered("trainyard.intake", Releases.of("training", SampleTraining.SPEC));
    }

    @Test
    void claimsTheStepSetsItsTimerAndThenAsksForTheJobUnderItsName() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did())
                .containsSubsequence(
                        "PutItem 1#training#1",
                        "/schedules/" + NAME,
                        "CreateTrainingJob",
                        "PutEvents training-started",
                        "PutItem 1#training#1");
        assertThat(calls("CreateTrainingJob")).singleElement().satisfies(call -> {
            assertThat(call.at("/TrainingJobName")).isEqualTo(NAME);
            assertThat(call.at("/RoleArn")).contains("123456789012");
        });
    }

    @Test
    void asksForOneJobHoweverOftenTheReleaseComes() {
        hear(work());
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(calls("CreateTrainingJob")).hasSize(1);
    }

    @Test
    void takesSageMakersWordForTheEndAndReleasesWhatComesNext() {
        hear(work());
        var end = Map.of(
                "TrainingJobName",
                NAME,
                "TrainingJobStatus",
                "Completed",
                "BillableTimeInSeconds",
                60,
                "ModelArtifacts",
                Map.of("S3ModelArtifacts", "s3://b/model.tar.gz"));
        String word = delivered("aws.sagemaker", "SageMaker Training Job State Change", Json.tree(end));

        assertThat(failures(hear(word))).isEmpty();
        assertThat(did())
                .containsSubsequence(
                        "PutEvents training-started", "PutItem 1#training#1", "PutEvents training-completed");
        assertThat(calls("DescribeTrainingJob")).isEmpty();
    }
}
