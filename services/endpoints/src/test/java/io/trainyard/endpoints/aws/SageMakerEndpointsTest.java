package io.trainyard.endpoints.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.endpoints.app.Endpoints.Creation;
import io.trainyard.endpoints.app.Endpoints.Seen;
import io.trainyard.endpoints.app.Endpoints.Status;
import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.FailureClass;
import io.trainyard.events.request.Golden;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.steps.domain.AttemptKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

/** In AWS's words, as protocol section 7 collects them. */
class SageMakerEndpointsTest {

    private static final AttemptKey KEY = new AttemptKey("a1", 1, "endpoint", 1);
    private static final String NAME = KEY.resource("ty-test");
    private static final EndpointOrder ORDER = new EndpointOrder(KEY, NAME, "ty-test-a1-model-1-1", "ml.m5.large", 1);
    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/" + NAME;

    private final AwsStub aws = new AwsStub();
    private final SageMakerEndpoints endpoints =
            new SageMakerEndpoints(aws.client(SageMakerClient.builder()), aws.client(SageMakerRuntimeClient.builder()));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void createsUnderTheAttemptsNameWithItsTags() {
        aws.answers("CreateEndpointConfig", AwsAnswer.document(Map.of("EndpointConfigArn", "arn:config")));
        aws.answers("CreateEndpoint", AwsAnswer.document(Map.of("EndpointArn", ARN)));

        assertThat(endpoints.createConfiguration(ORDER)).isEqualTo(new Creation.Made("arn:config"));
        assertThat(endpoints.createEndpoint(ORDER)).isEqualTo(new Creation.Made(ARN));

        assertThat(aws.calls().getFirst())
                .contains("\"EndpointConfigName\":\"" + NAME, "\"ModelName\":\"ty-test-a1-model-1-1\"", "ml.m5.large");
        assertThat(aws.calls()).allMatch(call -> call.contains("{\"Key\":\"trainyard:job\",\"Value\":\"a1\"}"));
    }

    @Test
    void seesThatANameIsTaken() {
        aws.answers(
                "CreateEndpoint",
                AwsAnswer.refusal("ValidationException", "Cannot create already existing endpoint \"" + ARN + "\"."));

        assertThat(endpoints.createEndpoint(ORDER)).isEqualTo(new Creation.Taken());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ValidationException   | 1 validation error detected: Value 'ml.x' at 'instanceType'    | CALLER
                    ValidationException   | Could not find model "arn:aws:sagemaker:m".                    | CALLER
                    ResourceLimitExceeded | The account-level service limit 'ml.m5.large' is 0 Instances   | QUOTA
                    """)
    void refusalsAreFinal(String error, String message, FailureClass type) {
        aws.answers("CreateEndpointConfig", AwsAnswer.refusal(error, message));

        assertThat(endpoints.createConfiguration(ORDER)).isInstanceOfSatisfying(Creation.Refused.class, refused -> {
            assertThat(refused.failure().type()).isEqualTo(type);
            assertThat(refused.failure().cause()).isEqualTo(message);
        });
    }

    @Test
    void throttlingIsToBeTriedAgain() {
        aws.answers("CreateEndpoint", AwsAnswer.refusal("ThrottlingException", "Rate exceeded"));

        assertThatThrownBy(() -> endpoints.createEndpoint(ORDER)).isInstanceOf(SageMakerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "InService, IN_SERVICE",
        "Failed, FAILED",
        "Deleting, DELETING",
        "Creating, CHANGING",
        "Updating, CHANGING"
    })
    void seesWhatAnEndpointIsDoing(String status, Status seen) {
        aws.answers("DescribeEndpoint", AwsAnswer.document(Map.of("EndpointArn", ARN, "EndpointStatus", status)));

        assertThat(endpoints.endpoint(NAME)).contains(new Seen(ARN, seen, null));
    }

    @Test
    void whatIsNotFoundIsAbsent() {
        aws.answers(
                "DescribeEndpoint",
                AwsAnswer.refusal("ValidationException", "Could not find endpoint \"" + ARN + "\"."));
        aws.answers(
                "DescribeEndpointConfig",
                AwsAnswer.refusal("ValidationException", "Could not find endpoint configuration \"x\"."));

        assertThat(endpoints.endpoint(NAME)).isEmpty();
        assertThat(endpoints.configuration(NAME)).isEmpty();
    }

    @Test
    void deletingWhatIsGoneOrStillBeingCreatedDoesNothing() {
        aws.answers(
                "DeleteEndpoint",
                AwsAnswer.refusal("ValidationException", "Cannot update in-progress endpoint \"" + ARN + "\"."));
        aws.answers(
                "DeleteEndpointConfig",
                AwsAnswer.refusal("ValidationException", "Could not find endpoint configuration \"x\"."));
        aws.answers("DeleteModel", AwsAnswer.refusal("ValidationException", "Could not find model \"x\"."));

        endpoints.deleteEndpoint(NAME);
        endpoints.deleteConfiguration(NAME);
        endpoints.deleteModel("m");

        assertThat(aws.calls()).hasSize(3);
    }

    @Test
    void ourTagsAreThoseOfTheAttempt() {
        aws.answers(
                "ListTags",
                AwsAnswer.document(Map.of(
                        "Tags",
                        List.of(tag("job", "a1"), tag("run", "1"), tag("step", "endpoint"), tag("attempt", "1")))));

        assertThat(endpoints.ours(KEY, ARN)).isTrue();
        assertThat(endpoints.ours(new AttemptKey("a1", 2, "endpoint", 1), ARN)).isFalse();
    }

    @Test
    void anAnswerBringsItsModelVersion() {
        var headers = Map.of("X-Amzn-SageMaker-Custom-Attributes", "model-version=m1", "Content-Type", "text/csv");
        aws.answers(path(), AwsAnswer.text(200, headers, "4.2"));

        Reply reply = endpoints.ask(NAME, new Golden("text/csv", "1,2", null));

        assertThat(reply.modelVersion()).contains("m1");
        assertThat(reply.body()).isEqualTo("4.2");
        assertThat(aws.calls()).containsExactly(path() + " 1,2");
    }

    @Test
    void anErrorOfTheContainerIsAReply() {
        var body = "{\"Message\":\"x\",\"OriginalMessage\":\"expected 4 values\",\"OriginalStatusCode\":400}";
        var headers = Map.of("x-amzn-ErrorType", "ModelError", "Content-Type", "application/json");
        aws.answers(path(), AwsAnswer.text(424, headers, body));

        assertThat(endpoints.ask(NAME, new Golden("text/csv", "1,2", null)))
                .isEqualTo(new Reply(400, null, "expected 4 values"));
    }

    /** Whoever asks again hears the same: the step has to end, not to be paid for until its run's deadline. */
    @Test
    void aRequestThatSageMakerWillNeverPassOnIsAReply() {
        refuses(400, "ValidationError", "1 validation error detected: Value at 'contentType' failed");

        assertThat(endpoints.ask(NAME, new Golden("text/csv", "1,2", null)))
                .isEqualTo(new Reply(
                        400, null, "SageMaker refused it: 1 validation error detected: Value at 'contentType' failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv\nX-Evil: 1", "text/csv\r", "text/csv; name=caf\u00e9"})
    void aContentTypeThatNoHeaderCanCarryIsAReply(String contentType) {
        assertThat(endpoints.ask(NAME, new Golden(contentType, "1,2", null))).satisfies(reply -> {
            assertThat(reply.well()).isFalse();
            assertThat(reply.body()).contains("contentType");
        });
        assertThat(aws.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    400 | ThrottlingException   | Rate exceeded
                    403 | AccessDeniedException | User is not authorized to perform: sagemaker:InvokeEndpoint
                    400 | ValidationError       | Endpoint ty-test-a1-endpoint-1-1 of account 123456789012 not found.
                    503 | ServiceUnavailable    | The service is unavailable.
                    """)
    void whatIsNotTheCallersFaultIsToBeAskedAgain(int status, String error, String message) {
        refuses(status, error, message);

        assertThatThrownBy(() -> endpoints.ask(NAME, new Golden("text/csv", "1,2", null)))
                .isInstanceOf(SageMakerRuntimeException.class);
    }

    @Test
    void anAnswerThatIsNoTextIsAReplyToo() {
        var headers = Map.of("X-Amzn-SageMaker-Custom-Attributes", "model-version=m1");
        aws.answers(
                path(), new AwsAnswer(200, headers, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) 0xff}));

        assertThat(endpoints.ask(NAME, new Golden("application/x-npy", "1,2", null)))
                .satisfies(reply -> assertThat(reply.modelVersion()).contains("m1"));
    }

    private void refuses(int status, String error, String message) {
        var headers = Map.of("x-amzn-ErrorType", error, "Content-Type", "application/json");
        aws.answers(path(), AwsAnswer.text(status, headers, "{\"Message\":\"" + message + "\"}"));
    }

    private static String path() {
        return "/endpoints/" + NAME + "/invocations";
    }

    private static Map<String, String> tag(String name, String value) {
        return Map.of("Key", "trainyard:" + name, "Value", value);
    }
}
