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
    private static final String DENIED =
            "User: arn:aws:sts::123456789012:assumed-role/ty-inference/x is not authorized to"
                    + " perform: sagemaker:InvokeEndpoint on resource: arn:aws:sagemaker:eu-west-1:123456789012:endpoint/e1";

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

    /** AWS puts the account's number and a link to its logs around what it has of the container. */
    @Test
    void passesOnNoWordsButTheContainersOwn() {
        error(424, "ModelError", "{\"Message\":\"Received server error (0) from primary: look at 123456789012\"}");

        assertThat(ask()).isEqualTo(new Asked.Badly(500, "the model answered with an error and did not say which"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "429, ThrottlingException",
        "429, ModelNotReadyException",
        "503, ServiceUnavailable"
    })
    void seesThatItMayBeAskedAgainAndIsNotThePlaceToDoSo(int status, String type) {
        error(status, type, "{\"Message\":\"Rate exceeded\"}");

        assertThat(ask()).isEqualTo(new Asked.Busy());
        assertThat(aws.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDeniedException", "400, ValidationError", "500, InternalFailure", "530, InternalDependency"
    })
    void keepsAwssOwnErrorsToItself(int status, String type) {
        error(status, type, "{\"Message\":\"" + DENIED + "\"}");

        assertThat(ask()).isEqualTo(new Asked.Failed());
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
