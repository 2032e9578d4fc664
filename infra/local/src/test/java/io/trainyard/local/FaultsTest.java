package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Faults at the door, through the real SDK; what befalls SageMaker's jobs and endpoints is tested beside them. */
class FaultsTest extends AccountTestCase {

    @Override
    AccountOptions options() {
        var services = folder.resolve("services");
        SampleServices.writeListener(services, "sample");
        return AccountOptions.in(folder.resolve("home"))
                .withServices(services)
                .withTuning(
                        Tuning.standard().withRuntime(SampleServices.runtime()).withRedelivery(Duration.ZERO));
    }

    @Test
    void everyServiceRefusesInItsOwnWords() {
        account.faults().set(Fault.of(FaultKind.THROTTLE).withError("ignored"));
        try (var sqs = clients.sqs();
                var sns = clients.sns();
                var s3 = clients.s3()) {
            assertThatThrownBy(sqs::listQueues)
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("RequestThrottled"));
            assertThatThrownBy(sns::listTopics)
                    .isInstanceOfSatisfying(
                            SnsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("Throttled"));
            assertThatThrownBy(s3::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("SlowDown"));
        }
    }

    @Test
    void oneEntryOfPutEventsIsRefusedAndTheOthersGoThrough() {
        account.faults().set(Fault.of(FaultKind.ENTRY_REFUSED).about("second"));
        try (var events = clients.events()) {
            var answer = events.putEvents(put -> put.entries(entry("first"), entry("second"), entry("third")));

            assertThat(answer.failedEntryCount()).isEqualTo(1);
            assertThat(answer.entries().get(1).errorCode()).isEqualTo("InternalFailure");
            assertThat(answer.entries().get(2).eventId()).isNotEmpty();
        }
    }

    @Test
    void aLostAnswerHasItsEffectAllTheSame() {
        account.faults()
                .set(Fault.of(FaultKind.LOST_ANSWER).at("sqs", "CreateQueue").times(9));
        try (var sqs = clients.sqs()) {
            assertThatThrownBy(() -> sqs.createQueue(queue -> queue.queueName("kept")))
                    .isInstanceOf(SdkClientException.class);

            assertThat(sqs.getQueueUrl(queue -> queue.queueName("kept")).queueUrl())
                    .endsWith("/kept");
        }
    }

    @Test
    void aHeldCallHasNoEffectBeforeTheFaultIsCleared() {
        account.faults().set(Fault.of(FaultKind.HOLD).at("sqs", "CreateQueue"));
        try (var sqs = clients.sqs()) {
            var made = CompletableFuture.supplyAsync(() -> sqs.createQueue(queue -> queue.queueName("held")));
            Waiting.until(() -> account.faults().fired("hold"), fired -> fired == 1);
            assertThat(sqs.listQueues(list -> list.queueNamePrefix("held")).queueUrls())
                    .isEmpty();

            account.faults().clear("hold");

            assertThat(made.join().queueUrl()).endsWith("/held");
        }
    }

    @Test
    void aFunctionIsKilledAtItsNthCall() {
        try (var lambda = clients.lambda();
                var people = clients.sqs()) {
            lambda.invoke(call -> call.functionName("ty-local-sample").payload(SdkBytes.fromUtf8String("{}")));
            var queue =
                    people.getQueueUrl(of -> of.queueName("ty-local-sample")).queueUrl();
            var pid = processes();
            account.faults().set(Fault.of(FaultKind.KILL_AFTER).at("sqs", "*"));
            var key = new io.trainyard.local.front.AccessKeys(
                            folder.resolve("home/keys.json"), new java.security.SecureRandom())
                    .of("sample");
            try (var its = new Clients(account.endpoint(), key.id(), key.secret());
                    var sqs = its.sqs()) {
                assertThatThrownBy(() -> sqs.receiveMessage(from -> from.queueUrl(queue)))
                        .isInstanceOf(SdkClientException.class);
            }
            Waiting.until(
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent(), alive -> !alive);
        }
    }

    @Test
    void isSetListedAndClearedOverHttp() throws Exception {
        assertThat(http("POST", "", "{\"seed\": 7, \"faults\": [{\"kind\": \"throttle\", \"rate\": 0.05}]}"))
                .contains("\"seed\":7", "\"kind\":\"throttle\"", "\"fired\":0");
        assertThat(http("POST", "", "{\"kind\": \"hold\", \"delay\": \"1 second\"}"))
                .contains("delay '1 second' is not a time");
        assertThat(http("DELETE", "?id=hold", "")).contains("no fault has the id 'hold'");
        restart();
        assertThat(http("GET", "", "")).contains("\"id\":\"throttle\"");
        assertThat(http("DELETE", "", "")).contains("\"faults\":[]");
    }

    private long processes() {
        try {
            var answer = send("/_trainyard/functions", "GET", "");
            return new ObjectMapper()
                    .readTree(answer)
                    .at("/functions/0/processes/0")
                    .asLong();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String http(String method, String query, String body) throws IOException, InterruptedException {
        return send("/_trainyard/faults" + query, method, body);
    }

    private String send(String path, String method, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(account.endpoint().resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static PutEventsRequestEntry entry(String type) {
        return PutEventsRequestEntry.builder()
                .source("acme")
                .detailType(type)
                .detail("{}")
                .build();
    }
}
