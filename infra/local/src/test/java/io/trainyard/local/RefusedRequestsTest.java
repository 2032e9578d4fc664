package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.apimodel.ModelCase;
import io.trainyard.local.apimodel.ModelCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What the account's door refuses by the models of its services, whatever protocol the request came by. */
class RefusedRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @TempDir
    static Path folder;

    static RunningAccount account;

    @BeforeAll
    static void start() {
        account = RunningAccount.start(AccountOptions.in(folder));
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void refusesEveryBrokenConstraintOfEventBridgesModel() throws IOException {
        var model = ModelCases.model("events-2015-10-07-model.json");
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String operation : supported("events")) {
            for (ModelCase each : ModelCases.of(model, operation)) {
                count++;
                var answer = SignedRequest.json(
                                account,
                                "events",
                                "AWSEvents." + operation,
                                each.input().toString())
                        .send();
                var said = (ObjectNode) new ObjectMapper().readTree(answer.body());
                if (!said.path("__type").asText().equals(each.error())
                        || !said.path("message").asText().contains(each.says())) {
                    wrong.add(each + " but got " + answer.body());
                }
            }
        }
        System.out.printf("generated cases: %d over EventBridge's operations%n", count);
        assertThat(wrong).isEmpty();
        assertThat(count).isPositive();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | /schedules/under%20score | {} | ValidationException | Value 'under score' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$
            POST | /schedules/s | {} | ValidationException | Value null at 'flexibleTimeWindow' failed to satisfy constraint: Member must not be null
            POST | /schedules/s | {"FlexibleTimeWindow":{"Mode":"LAX"}} | ValidationException | Value 'LAX' at 'flexibleTimeWindow.mode' failed to satisfy constraint: Member must satisfy enum value set: [OFF, FLEXIBLE]
            POST | /schedules/s | {"Target":[]} | SerializationException | Start of list found where not expected
            GET | /schedules?MaxResults=1000 | '' | ValidationException | Value '1000' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100
            GET | /schedules?MaxResults=many | '' | SerializationException | STRING_VALUE can not be converted to an Integer
            GET | /tags/arn | '' | NotImplemented | Amazon EventBridge Scheduler's operation ListTagsForResource is not supported by the local account.
            GET | /nothing | '' | UnknownOperationException | Amazon EventBridge Scheduler has no such operation.
            """)
    void readsTheRestProtocol(SdkHttpMethod method, String path, String body, String error, String says)
            throws IOException {
        var answer = SignedRequest.to(account, "scheduler", path)
                .method(method)
                .header("Content-Type", "application/json")
                .body(body)
                .send();

        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(error);
        assertThat(new ObjectMapper().readTree(answer.body()).path("message").asText())
                .contains(says);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Action=Publish | ValidationError | 1 validation error detected: Value null at 'message' failed to satisfy constraint: Member must not be null
            Action=Subscribe | ValidationError | 2 validation errors detected: Value null at 'topicArn' failed to satisfy constraint: Member must not be null; Value null at 'protocol'
            Action=CreateTopic&Name=a&Tags.member.1.Key=k | ValidationError | Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null
            Action=OptInPhoneNumber&phoneNumber=1 | NotImplemented | Amazon Simple Notification Service's operation OptInPhoneNumber is not supported by the local account.
            Action=Nonsense | InvalidAction | Could not find operation Nonsense for version 2010-03-31
            """)
    void readsTheQueryProtocol(String form, String error, String says) {
        var answer = SignedRequest.to(account, "sns", "/")
                .header("Content-Type", FORM)
                .body(form)
                .send();

        assertThat(answer.body()).contains("<Code>" + error + "</Code>").contains(says);
    }

    @Test
    void saysWhichParameterOfAQueueIsMissing() {
        assertThat(SignedRequest.json(account, "sqs", "AmazonSQS.SendMessage", "{\"QueueUrl\": \"u\"}")
                        .send()
                        .body())
                .contains("MissingParameter", "The request must contain the parameter MessageBody.");
    }

    @Test
    void checksInvocationsToo() {
        var answer = SignedRequest.to(account, "sagemaker", "/endpoints/under_score/invocations")
                .body("1")
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("ValidationError");
        assertThat(answer.body())
                .contains(
                        "1 validation error detected: Value 'under_score' at 'endpointName' failed to satisfy constraint:"
                                + " Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*");
    }

    private static List<String> supported(String service) throws IOException {
        var operations = new ObjectMapper()
                .readTree(account.endpoint().resolve("/_trainyard/operations").toURL());
        List<String> names = new ArrayList<>();
        operations.path(service).forEach(name -> names.add(name.asText()));
        return names;
    }
}
