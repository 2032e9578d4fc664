package io.trainyard.deadletters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.lambda.TestDeployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How a service is asked what it would do. */
class LambdaDryRunsTest {

    private static final String INVOKE = "/2015-03-31/functions/ty-test-training/invocations";

    private final AwsStub aws = new AwsStub();
    private final LambdaDryRuns dryRuns =
            new LambdaDryRuns(aws.client(LambdaClient.builder()), TestDeployment.of("dead-letters"));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void asksTheServicesOwnFunctionWithTheMessageMarked() {
        aws.answers(
                INVOKE,
                AwsAnswer.document(Map.of("batchItemFailures", List.of(), "decisions", List.of("claim it", "say it"))));

        assertThat(dryRuns.decide("training", "{\"n\": 7}")).containsExactly("claim it", "say it");

        String call = aws.calls().getFirst();
        JsonNode message =
                Json.tree(call.substring(call.indexOf(' '))).path("Records").path(0);
        assertThat(message.path("body").asText()).isEqualTo("{\"n\": 7}");
        assertThat(message.at("/messageAttributes/dry-run/stringValue").asText())
                .isEqualTo("true");
    }

    @Test
    void tellsThatTheFunctionItselfFailed() {
        aws.answers(
                INVOKE,
                AwsAnswer.text(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorMessage\": \"timed out\"}"));

        assertThat(dryRuns.decide("training", "{}"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("the function failed").contains("timed out"));
    }
}
