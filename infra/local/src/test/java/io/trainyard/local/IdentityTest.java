package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.S3Client;

/** Who is let in, and what AWS's own services say to whom they do not let in. */
class IdentityTest {

    @TempDir
    static Path folder;

    static RunningAccount account;

    @BeforeAll
    static void start() {
        account = RunningAccount.start(AccountOptions.in(folder));
        try (var clients = new Clients(account);
                var s3 = clients.s3()) {
            s3.createBucket(it -> it.bucket("data"));
        }
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    static Stream<Arguments> services() {
        return Stream.of(
                row("sqs", it -> it.sqs().listQueues(), "InvalidClientTokenId", "SignatureDoesNotMatch"),
                row("sns", it -> it.sns().listTopics(), "InvalidClientTokenId", "SignatureDoesNotMatch"),
                row("s3", it -> it.s3().listBuckets(), "InvalidAccessKeyId", "SignatureDoesNotMatch"),
                row(
                        "dynamodb",
                        it -> it.dynamodb().listTables(),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"),
                row(
                        "events",
                        it -> it.events().listEventBuses(list -> {}),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"),
                row(
                        "scheduler",
                        it -> it.scheduler().listSchedules(list -> {}),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"),
                row(
                        "sagemaker",
                        it -> it.sagemaker().listModels(),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"),
                row(
                        "sagemaker-runtime",
                        it -> it.sagemakerRuntime()
                                .invokeEndpoint(call -> call.endpointName("e").body(SdkBytes.fromUtf8String("1"))),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"),
                row(
                        "lambda",
                        it -> it.lambda().listFunctions(),
                        "UnrecognizedClientException",
                        "InvalidSignatureException"));
    }

    private static Arguments row(String service, Consumer<Clients> call, String unknownKey, String wrongSecret) {
        return Arguments.of(service, call, unknownKey, wrongSecret);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void refusesAKeyThatTheAccountNeverGave(String service, Consumer<Clients> call, String unknownKey) {
        try (var stranger = new Clients(account.endpoint(), "AKIASTRANGER12345678", "secret")) {
            assertThatThrownBy(() -> call.accept(stranger))
                    .isInstanceOfSatisfying(AwsServiceException.class, refused -> {
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(unknownKey);
                        assertThat(refused.awsErrorDetails().errorMessage())
                                .isIn(
                                        "The security token included in the request is invalid.",
                                        "The AWS Access Key Id you provided does not exist in our records.");
                    });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void refusesASecretThatIsNotTheKeys(String service, Consumer<Clients> call, String unknownKey, String wrongSecret) {
        try (var forger = new Clients(account.endpoint(), account.admin().id(), "secret")) {
            assertThatThrownBy(() -> call.accept(forger)).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(wrongSecret);
                assertThat(refused.awsErrorDetails().errorMessage())
                        .startsWith("The request signature we calculated does not match the signature you provided.");
            });
        }
    }

    @Test
    void refusesABodyThatWasNotSigned() {
        var request = SignedRequest.json(account, "events", "AWSEvents.DescribeEventBus", "{\"Name\": \"default\"}");

        assertThat(request.send().statusCode()).isEqualTo(200);
        var tampered = request.send(body -> body.replace("default", "another"));

        assertThat(tampered.statusCode()).isEqualTo(400);
        assertThat(tampered.body()).contains("InvalidSignatureException");
    }

    @Test
    void refusesSignaturesOfAnotherTime() {
        var request = SignedRequest.json(account, "dynamodb", "DynamoDB_20120810.ListTables", "{}");

        assertThat(request.at(Duration.ofMinutes(-4)).send().statusCode()).isEqualTo(200);
        assertThat(request.at(Duration.ofMinutes(4)).send().statusCode()).isEqualTo(200);
        assertThat(request.at(Duration.ofMinutes(-6)).send().body())
                .contains("InvalidSignatureException", "Signature expired: ", " is now earlier than ", " - 5 min.)");
        assertThat(request.at(Duration.ofMinutes(6)).send().body())
                .contains("Signature not yet current: ", " is still later than ", " + 5 min.)");
    }

    @Test
    void givesTheOlderServicesAQuarterOfAnHour() {
        var request = SignedRequest.json(account, "sqs", "AmazonSQS.ListQueues", "{}");

        assertThat(request.at(Duration.ofMinutes(-14)).send().statusCode()).isEqualTo(200);
        assertThat(request.at(Duration.ofMinutes(-16)).send().body())
                .contains("InvalidSignatureException", "Signature expired: ", " - 15 min.)");
    }

    @Test
    void hasS3sOwnWordsForAnotherTime() {
        var request = SignedRequest.to(account, "s3", "/data/k").method(SdkHttpMethod.GET);

        assertThat(request.at(Duration.ofMinutes(-16)).send().body())
                .contains(
                        "<Code>RequestTimeTooSkewed</Code>",
                        "<Message>The difference between the request time and the current time is too large.</Message>",
                        "<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>");
    }

    @Test
    void refusesAPresignedUrlWhoseTimeIsOver() {
        var request = SignedRequest.to(account, "s3", "/data/none")
                .method(SdkHttpMethod.GET)
                .presigned(Duration.ofMinutes(5));

        assertThat(request.send().body()).contains("NoSuchKey");
        assertThat(request.at(Duration.ofMinutes(-6)).send().body())
                .contains("<Code>AccessDenied</Code>", "<Message>Request has expired</Message>");
    }

    @Test
    void storesNoObjectWhoseBodyIsNotTheOneThatWasHashed() {
        var put = SignedRequest.to(account, "s3", "/data/hashed").method(SdkHttpMethod.PUT);

        assertThat(put.body("first").send().statusCode()).isEqualTo(200);
        var tampered = put.body("other").send(body -> "OTHER");

        assertThat(tampered.body()).contains("<Code>XAmzContentSHA256Mismatch</Code>");
        assertThat(tampered.statusCode()).isEqualTo(400);
        assertThat(folder.resolve("s3/data/hashed")).hasContent("first");
    }

    @Test
    void checksEverySignedChunkOfABody() {
        var put = SignedRequest.to(account, "s3", "/data/chunks")
                .method(SdkHttpMethod.PUT)
                .inChunks();
        var text = "0123456789".repeat(30_000);

        var stored = put.body(text).send();
        var tampered = put.body(text).send(body -> body.replaceFirst("90123", "90x23"));

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(tampered.statusCode()).isEqualTo(403);
        assertThat(tampered.body()).contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(folder.resolve("s3/data/chunks")).hasContent(text);
    }

    @Test
    void saysWhichPartsOfASignatureAreMissing() throws Exception {
        var answer = send(Map.of("Authorization", "AWS4-HMAC-SHA256 Credential=x", "X-Amz-Target", "A.B"));

        assertThat(answer)
                .contains("IncompleteSignatureException")
                .contains("Authorization header requires 'Signature' parameter.")
                .contains("Authorization header requires 'SignedHeaders' parameter.")
                .contains("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
                .contains(" Authorization=AWS4-HMAC-SHA256 Credential=x");
    }

    @Test
    void saysThatACredentialHasFiveParts() throws Exception {
        var header =
                "AWS4-HMAC-SHA256 Credential=A/B/20260101/eu-west-1/%s/aws4_request, SignedHeaders=host, Signature=0";
        var date = "20260101T000000Z";

        assertThat(send(Map.of(
                        "Authorization",
                        header.formatted("dynamodb"),
                        "X-Amz-Date",
                        date,
                        "X-Amz-Target",
                        "DynamoDB_20120810.ListTables")))
                .contains("IncompleteSignatureException")
                .contains(
                        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term,"
                                + " got 'A/B/20260101/eu-west-1/dynamodb/aws4_request'");
    }

    @Test
    void refusesAnUnsignedCallOfAService() throws Exception {
        assertThat(send(Map.of("X-Amz-Target", "DynamoDB_20120810.ListTables")))
                .contains("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }

    @Test
    void takesKeysAndPathsWithAnythingInThem() throws Exception {
        var key = "a b+c/d=e&f~g*h'(i)!é%25.txt";
        try (var clients = new Clients(account);
                var s3 = clients.s3()) {
            s3.putObject(it -> it.bucket("data").key(key), RequestBody.fromString("odd"));

            assertThat(s3.getObjectAsBytes(it -> it.bucket("data").key(key)).asUtf8String())
                    .isEqualTo("odd");
            assertThat(s3.listObjectsV2(it -> it.bucket("data").prefix("a b+c/").delimiter("/"))
                            .contents())
                    .hasSize(1);
        }
        assertThat(Files.exists(folder.resolve("s3/data/a b+c"))).isTrue();
    }

    @Test
    void takesAStreamOfUnknownEnd() {
        try (var clients = new Clients(account);
                S3Client s3 = clients.s3()) {
            var content = RequestBody.fromContentProvider(
                    () -> new java.io.ByteArrayInputStream("streamed".getBytes()), "text/plain");
            try {
                s3.putObject(it -> it.bucket("data").key("streamed"), content);
            } catch (SdkClientException e) {
                throw new AssertionError(e);
            }
            assertThat(folder.resolve("s3/data/streamed")).hasContent("streamed");
        }
    }

    private static String send(Map<String, String> headers) throws Exception {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(URI.create(account.endpoint() + "/"))
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
            headers.forEach(request::header);
            return http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
