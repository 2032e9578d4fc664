package io.trainyard.endpoints.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.app.Endpoints.Creation;
import io.trainyard.endpoints.app.Endpoints.Status;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.fakes.MotoAccount;
import io.trainyard.steps.domain.AttemptKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/**
 * Our calls and readings on an AWS that nobody here wrote. Its endpoints are in service, and gone, as soon as that is asked for, and it
 * overwrites what has a name already, where AWS refuses (protocol 7: {@code SageMakerEndpointsTest} has AWS's words).
 */
class SageMakerEndpointsOnMotoTest {

    private static final AttemptKey KEY = new AttemptKey("a1", 1, "endpoint", 1);
    private static final String NAME = KEY.resource("ty-test");
    private static final String MODEL = "ty-test-a1-model-1-1";
    private static final EndpointOrder ORDER = new EndpointOrder(KEY, NAME, MODEL, "ml.m5.large", 1);

    private final MotoAccount moto = MotoAccount.open();
    private final SageMakerClient client = moto.client(SageMakerClient.builder());
    private final SageMakerRuntimeClient runtime = moto.client(SageMakerRuntimeClient.builder());
    private final SageMakerEndpoints endpoints = new SageMakerEndpoints(client, runtime);

    @BeforeEach
    void model() {
        client.createModel(request -> request.modelName(MODEL)
                .executionRoleArn("arn:aws:iam::123456789012:role/ty-test-sagemaker")
                .primaryContainer(container -> container.image("trainer:1").modelDataUrl("s3://bucket/model.tar.gz")));
    }

    @AfterEach
    void close() {
        client.close();
        runtime.close();
    }

    @Test
    void createsBothUnderOneNameAndSeesThemServe() {
        deploy();

        var seen = endpoints.endpoint(NAME).orElseThrow();
        assertThat(seen.status()).isEqualTo(Status.IN_SERVICE);
        assertThat(endpoints.ours(KEY, seen.arn())).isTrue();
        assertThat(endpoints.ours(new AttemptKey("a2", 1, "endpoint", 1), seen.arn()))
                .isFalse();
        assertThat(endpoints.ours(KEY, endpoints.configuration(NAME).orElseThrow()))
                .isTrue();
        assertThat(endpoints.names("ty-test-")).containsExactly(NAME);
    }

    @Test
    void deletesEverythingOnceAndDoesNotMindASecondTime() {
        deploy();
        for (int i = 0; i < 2; i++) {
            endpoints.deleteEndpoint(NAME);
            endpoints.deleteConfiguration(NAME);
            endpoints.deleteModel(MODEL);
        }

        assertThat(endpoints.endpoint(NAME)).isEmpty();
        assertThat(endpoints.configuration(NAME)).isEmpty();
        assertThat(endpoints.names("ty-test-")).isEmpty();
    }

    private void deploy() {
        assertThat(endpoints.createConfiguration(ORDER)).isInstanceOf(Creation.Made.class);
        assertThat(endpoints.createEndpoint(ORDER)).isInstanceOf(Creation.Made.class);
    }
}
