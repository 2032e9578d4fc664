package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.AccountOptions.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.Message;

class LambdaTest extends AccountTestCase {

    @Override
    AccountOptions options() {
        var services = folder.resolve("services");
        SampleServices.writeListener(services, "sample");
        return AccountOptions.in(folder.resolve("home"))
                .withServices(services)
                .withSetting("TRAINYARD_SETTING", "passed on")
                .withTuning(
                        Tuning.standard().withRuntime(SampleServices.runtime()).withRedelivery(Duration.ZERO));
    }

    @Test
    void startsAProcessAtTheFirstCallAndUsesItAgain() throws IOException {
        try (var lambda = clients.lambda()) {
            var first = json(invoke(lambda, "{\"say\": \"hello\"}"));
            var second = json(invoke(lambda, "{}"));

            assertThat(first.path("service").asText()).isEqualTo("sample");
            assertThat(first.path("setting").asText()).isEqualTo("passed on");
            assertThat(first.path("function").asText()).isEqualTo("ty-local-sample");
            assertThat(second.path("pid")).isEqualTo(first.path("pid"));
            assertThat(second.path("call").asInt()).isEqualTo(2);
            assertThat(Files.readString(folder.resolve("home/logs/ty-local-sample.log")))
                    .contains("{\"say\": \"hello\"}");
        }
    }

    @Test
    void aProcessStartedAheadTakesTheFirstCall() throws IOException {
        account.warm();
        var ahead = Waiting.until(this::processes, found -> found.size() == 1).get(0);

        try (var lambda = clients.lambda()) {
            assertThat(json(invoke(lambda, "{}")).path("pid")).isEqualTo(ahead);
        }
        assertThat(processes()).hasSize(1);
    }

    private JsonNode processes() {
        try {
            var answer = account.endpoint().resolve("/_trainyard/functions").toURL();
            return new ObjectMapper().readTree(answer).at("/functions/0/processes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsWhatWentWrongInLambdasWords() throws IOException {
        try (var lambda = clients.lambda()) {
            var thrown = invoke(lambda, "\"throw\"");
            var exited = invoke(lambda, "\"exit\"");
            var late = invoke(lambda, "\"hang\"");

            assertThat(thrown.functionError()).isEqualTo("Unhandled");
            assertThat(json(thrown).path("errorMessage").asText()).isEqualTo("as asked");
            assertThat(json(exited).path("errorMessage").asText()).contains("Runtime exited with error: exit status 7");
            assertThat(json(late).path("errorMessage").asText()).contains("Task timed out after 3.00 seconds");
            assertThat(json(invoke(lambda, "{}")).path("call").asInt()).isEqualTo(1);
        }
    }

    @Test
    void feedsFromTheQueueAndParksOnlyWhatFails() {
        try (var sqs = clients.sqs();
                var lambda = clients.lambda()) {
            var url = sqs.getQueueUrl(it -> it.queueName("ty-local-sample")).queueUrl();
            var dead =
                    sqs.getQueueUrl(it -> it.queueName("ty-local-sample-dlq")).queueUrl();

            IntStream.range(0, 10)
                    .forEach(n -> sqs.sendMessage(it -> it.queueUrl(url).messageBody(n == 4 ? "poison" : "fine " + n)));

            var parked = Waiting.until(
                    () -> sqs.receiveMessage(it -> it.queueUrl(dead).waitTimeSeconds(1))
                            .messages(),
                    messages -> !messages.isEmpty());
            assertThat(parked).extracting(Message::body).containsExactly("poison");
            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages()).isEmpty();
            assertThat(lambda.listEventSourceMappings(it -> {}).eventSourceMappings())
                    .singleElement()
                    .satisfies(it -> assertThat(it.batchSize()).isEqualTo(5));
        }
    }

    @Test
    void leavesMessagesAloneWhileTheMappingIsDisabled() {
        try (var sqs = clients.sqs();
                var lambda = clients.lambda()) {
            var url = sqs.getQueueUrl(it -> it.queueName("ty-local-sample")).queueUrl();
            var mapping = lambda.listEventSourceMappings(it -> it.functionName("ty-local-sample"))
                    .eventSourceMappings()
                    .getFirst();

            lambda.updateEventSourceMapping(it -> it.uuid(mapping.uuid()).enabled(false));
            Waiting.until(
                    () -> {
                        sqs.sendMessage(it -> it.queueUrl(url).messageBody("fine"));
                        return sqs.receiveMessage(it -> it.queueUrl(url).waitTimeSeconds(1))
                                .messages();
                    },
                    messages -> !messages.isEmpty());
            lambda.updateEventSourceMapping(it -> it.uuid(mapping.uuid()).enabled(true));

            assertThat(lambda.getEventSourceMapping(it -> it.uuid(mapping.uuid()))
                            .state())
                    .isEqualTo("Enabled");
        }
    }

    @Test
    void endsEveryProcessWithTheAccount() throws IOException {
        try (var lambda = clients.lambda()) {
            var pid = json(invoke(lambda, "{}")).path("pid").asLong();
            assertThat(ProcessHandle.of(pid)).isPresent();

            restart();

            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
        }
    }

    @Test
    void listsFunctionsAndSaysWhichAreNotThere() {
        try (var lambda = clients.lambda()) {
            assertThat(lambda.listFunctions().functions())
                    .extracting(FunctionConfiguration::functionName)
                    .containsExactly("ty-local-sample");
            assertThat(lambda.getFunction(it -> it.functionName("ty-local-sample"))
                            .configuration()
                            .memorySize())
                    .isEqualTo(128);
            assertThatThrownBy(() -> lambda.invoke(it -> it.functionName("none")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("Function not found: none");
        }
    }

    private static InvokeResponse invoke(LambdaClient lambda, String payload) {
        return lambda.invoke(it -> it.functionName("ty-local-sample").payload(SdkBytes.fromUtf8String(payload)));
    }

    private static JsonNode json(InvokeResponse response) throws IOException {
        return new ObjectMapper().readTree(response.payload().asByteArray());
    }
}
