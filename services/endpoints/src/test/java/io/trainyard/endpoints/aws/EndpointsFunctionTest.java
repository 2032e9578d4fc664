package io.trainyard.endpoints.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.trainyard.endpoints.app.EndpointPorts;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.route.StepOutput;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.Releases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class EndpointsFunctionTest extends FunctionContract {

    private static final String NAME = "ty-test-job1-endpoint-1-1";

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub("endpoints", where, parts -> messages(where, parts));
    }

    private static MessageHandler messages(AwsStub where, FunctionOnStub.Parts parts) {
        var steps = parts.steps();
        var own = new SqsOwnQueue(where.client(SqsClient.builder()), parts.timers(), parts.deployment());
        var ports = new EndpointPorts(
                new DynamoSlots(
                        parts.dynamo(), steps.attempts(), parts.deployment().table("slots")),
                new SageMakerEndpoints(
                        where.client(SageMakerClient.builder()), where.client(SageMakerRuntimeClient.builder())),
                new S3GoldenRows(where.client(S3Client.builder())),
                own,
                own);
        var config =
                new SmallRyeConfigBuilder().withMapping(EndpointsConfig.class).build();
        return new EndpointsHandler()
                .messages(ports, steps, config.getConfigMapping(EndpointsConfig.class), () -> "owner");
    }

    @Override
    protected String work() {
        var model = StepOutput.registered("ty-test-job1-model-1-1", "s3://b/model.tar.gz");
        var release = Releases.after("model", model, "endpoint", new EndpointSpec(List.of(), null, null));
        return delivered("trainyard.models", release);
    }

    @BeforeEach
    void create() {
        aws.answers("CreateEndpointConfig", AwsAnswer.document(Map.of("EndpointConfigArn", "arn:configuration")));
        aws.answers("CreateEndpoint", AwsAnswer.document(Map.of("EndpointArn", "arn:endpoint")));
    }

    @Test
    void takesASlotAndThenAsksForTheEndpointUnderItsName() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did())
                .containsSubsequence(
                        "PutItem 1#endpoint#1",
                        "PutItem slots",
                        "CreateEndpointConfig",
                        "CreateEndpoint",
                        "PutEvents endpoint-deploying",
                        "PutItem 1#endpoint#1");
        assertThat(calls("CreateEndpointConfig"))
                .singleElement()
                .extracting(call -> call.at("/ProductionVariants/0/ModelName"))
                .isEqualTo("ty-test-job1-model-1-1");
        assertThat(calls("CreateEndpoint"))
                .singleElement()
                .extracting(call -> call.at("/EndpointName"))
                .isEqualTo(NAME);
    }

    @Test
    void asksForOneEndpointHoweverOftenTheReleaseComes() {
        hear(work());
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(calls("CreateEndpoint")).hasSize(1);
    }
}
