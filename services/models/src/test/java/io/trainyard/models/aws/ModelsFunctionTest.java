package io.trainyard.models.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.request.ModelSpec;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.Releases;
import io.trainyard.models.app.ModelWork;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

class ModelsFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub("models", where, parts -> {
            var models = new SageMakerModels(where.client(SageMakerClient.builder()), parts.deployment());
            return parts.steps()
                    .messages(new ModelWork(models, parts.deployment().prefix()));
        });
    }

    @Override
    protected String work() {
        var spec = new ModelSpec("server", "s3://b/model.tar.gz", null);
        return delivered("trainyard.training", Releases.of("model", spec));
    }

    @BeforeEach
    void register() {
        aws.answers("CreateModel", AwsAnswer.document(Map.of("ModelArn", "arn:model")));
    }

    @Test
    void claimsTheStepAndThenRegistersTheModelUnderItsName() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did()).containsSubsequence("PutItem 1#model#1", "CreateModel", "PutEvents model-registered");
        assertThat(calls("CreateModel")).singleElement().satisfies(call -> {
            assertThat(call.at("/ModelName")).isEqualTo("ty-test-job1-model-1-1");
            assertThat(call.at("/PrimaryContainer/ModelDataUrl")).isEqualTo("s3://b/model.tar.gz");
        });
    }

    @Test
    void registersOneModelHoweverOftenTheReleaseComes() {
        hear(work());
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(calls("CreateModel")).hasSize(1);
    }

    @Test
    void rejectsAModelWithoutAnArchiveAndCallsNothingForIt() {
        hear(delivered("trainyard.training", Releases.of("model", new ModelSpec("server", null, null))));

        assertThat(did()).contains("PutEvents model-rejected").doesNotContain("CreateModel");
    }
}
