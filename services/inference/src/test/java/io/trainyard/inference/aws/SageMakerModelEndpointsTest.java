package io.trainyard.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.inference.app.ModelEndpoints.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** In AWS's words, as protocol section 7 collects them. */
class SageMakerModelEndpointsTest {

    private static final String PATH = "/endpoints/e1/invocations";

    private final AwsStub aws = new AwsStub();
    private final SageMakerModelEndpoints endpoints =
            new SageMakerModelEndpoints(aws.client(SageMakerRuntimeClient.builder()), Duration.ofSeconds(25));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void bringsTheAnswerWithItsTypeAndVersion() {
        var headers = Map.of("Content-Type", "text/csv", "X-Amzn-SageMaker-Custom-Attributes", "model-version=m1");
        aws.answers(PATH, AwsAnswer.text(200, headers, "4.2"));

        assertThat(ask()).isInstanceOfSatisfying(Asked.Well.class, well -> {
            assertThat(well.contentType()).isEqualTo("text/csv");
            assertThat(well.attributes()).isEqualTo("model-version=m1");
            assertThat(new String(well.body(), StandardCharsets.UTF_8)).isEqualTo("4.2");
        });
        assertThat(aws.calls()).containsExactly(PATH + " 1,2");
    }

    @ParameterizedTest
    @CsvSource({"400", "413", "415", "500"})
    void bringsAnErrorOfTheContainer(int status) {
        error(424, "ModelError", "{\"OriginalMessage\":\"too wide\",\"OriginalStatusCode\":" + status + "}");

        assertThat(ask()).isEqualTo(new Asked.Badly(status, "too wide"));
    }

    @Test
    void seesThatTheEndpointIsGone() {
        error(400, "ValidationError", "{\"Message\":\"Endpoint e1 of account 123456789012 not found.\"}");

        assertThat(ask()).isEqualTo(new Asked.Gone());
    }

    @Test
    void isNotThePlaceToTryAgain() {
        error(429, "ThrottlingException", "{\"Message\":\"Rate exceeded\"}");

        assertThat(ask()).isEqualTo(new Asked.Badly(500, "Rate exceeded"));
        assertThat(aws.calls()).hasSize(1);
    }

    private Asked ask() {
        return endpoints.ask("e1", "text/csv", null, "1,2".getBytes(StandardCharsets.UTF_8));
    }

    private void error(int status, String type, String body) {
        var headers = Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type);
        aws.answers(PATH, AwsAnswer.text(status, headers, body));
    }
}
