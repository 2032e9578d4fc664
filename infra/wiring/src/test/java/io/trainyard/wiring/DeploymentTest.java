package io.trainyard.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    @Test
    void namesEverythingAfterTheEnvironment() {
        var deployment = new Deployment("local", "123456789012", "eu-west-1");

        assertThat(deployment.queue("training")).isEqualTo("ty-local-training");
        assertThat(deployment.deadLetterQueue("training")).isEqualTo("ty-local-training-dlq");
        assertThat(deployment.table("training", "claims")).isEqualTo("ty-local-training-claims");
        assertThat(deployment.queueArn("q")).isEqualTo("arn:aws:sqs:eu-west-1:123456789012:q");
        assertThat(deployment.roleArn("sagemaker")).isEqualTo("arn:aws:iam::123456789012:role/ty-local-sagemaker");
        assertThat(deployment.busArn(deployment.bus()))
                .isEqualTo("arn:aws:events:eu-west-1:123456789012:event-bus/ty-local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Prod", "my-env", "longerthan7", "1st"})
    void refusesAnEnvironmentThatNamesCannotCarry(String env) {
        assertThatThrownBy(() -> new Deployment(env, "123456789012", "eu-west-1"))
                .hasMessageContaining("env '" + env + "'");
    }
}
