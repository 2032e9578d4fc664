package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trainyard.local.front.AccessKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A function may do what its description gives it and nothing else, and is told so in AWS's words. */
class DenialTest {

    private static final String SAMPLE = """
            service: sample
            says: [sample-said]
            state: [claims]
            reads: [other.records]
            timers: true
            may: [sagemaker:CreateTrainingJob, sagemaker:DescribeTrainingJob, sagemaker:InvokeEndpoint, iam:PassRole,
                  s3:GetObject, sns:Publish, servicequotas:ListServiceQuotas]
            queue: {visibility: 30, max-receives: 2, batch: 5}
            function: {memory: 128, timeout: 3}
            """;
    private static final String OTHER = """
            service: other
            state: [records]
            queue: {visibility: 30, max-receives: 2, batch: 5}
            function: {memory: 128, timeout: 3}
            """;
    private static final String BUCKET = "ty-local-artifacts";
    private static final String HERE = "eu-west-1:123456789012:";
    private static final String QUEUES = "https://sqs.eu-west-1.amazonaws.com/123456789012/";
    private static final String ROLES = "arn:aws:iam::123456789012:role/ty-local-";

    @TempDir
    static Path folder;

    @TempDir
    static Path services;

    private static RunningAccount account;
    private static Clients function;
    private static Clients leftover;

    @BeforeAll
    static void start() {
        SampleServices.write(services, "sample", SAMPLE);
        SampleServices.write(services, "other", OTHER);
        RunningAccount.start(AccountOptions.in(folder)).close();
        // Of a service that was there before and has gone.
        var gone = keys().of("gone");
        account = RunningAccount.start(AccountOptions.in(folder)
                .withServices(services)
                .withSetting("TRAINYARD_REQUESTS_LIMITS", "{\"locations\": [\"s3://" + BUCKET + "/\"]}"));
        var key = keys().of("sample");
        function = new Clients(account.endpoint(), key.id(), key.secret());
        leftover = new Clients(account.endpoint(), gone.id(), gone.secret());
        try (var admin = new Clients(account);
                var s3 = admin.s3()) {
            s3.putObject(put -> put.bucket(BUCKET).key("there"), RequestBody.fromString("1"));
            s3.createBucket(create -> create.bucket("elsewhere"));
            s3.putObject(put -> put.bucket("elsewhere").key("there"), RequestBody.fromString("1"));
        }
    }

    @AfterAll
    static void stop() {
        function.close();
        leftover.close();
        account.close();
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                row("its table", it -> put(it, "ty-local-sample-claims")),
                row(
                        "another's table that it reads",
                        it -> it.dynamodb()
                                .getItem(get ->
                                        get.tableName("ty-local-other-records").key(item()))),
                row(
                        "a transaction in its table",
                        it -> it.dynamodb()
                                .transactWriteItems(all -> all.transactItems(entry -> entry.put(put ->
                                        put.tableName("ty-local-sample-claims").item(item()))))),
                row("its event", it -> say(it, "ty-local", "trainyard.sample", "sample-said")),
                row("its queue", it -> send(it, "ty-local-sample")),
                row("its dead letters", it -> send(it, "ty-local-sample-dlq")),
                row("a timer", it -> timer(it, "ty-local-timers", "timers")),
                row(
                        "a notice",
                        it -> it.sns()
                                .publish(say -> say.topicArn("arn:aws:sns:" + HERE + "ty-local-notices")
                                        .message("m"))),
                row("an object", it -> read(it, BUCKET, "there")),
                row("quotas", it -> it.quotas().listServiceQuotas(list -> list.serviceCode("sagemaker"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void letsAFunctionDoWhatItsDescriptionGives(String what, Consumer<Clients> call) {
        assertThatCode(() -> call.accept(function)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void deniesEverythingToWhoHasKeysAndNoDescription(String what, Consumer<Clients> call) {
        assertThat(refusal(() -> call.accept(leftover)).awsErrorDetails().errorMessage())
                .startsWith(
                        "User: arn:aws:sts::123456789012:assumed-role/ty-local-gone/ty-local-gone is not authorized to"
                                + " perform: ");
    }

    static Stream<Arguments> denied() {
        return Stream.of(
                row(
                        "AccessDeniedException",
                        "dynamodb:PutItem",
                        "arn:aws:dynamodb:" + HERE + "table/ty-local-other-records",
                        it -> put(it, "ty-local-other-records")),
                row(
                        "AccessDeniedException",
                        "dynamodb:PutItem",
                        "arn:aws:dynamodb:" + HERE + "table/ty-local-other-records",
                        it -> it.dynamodb()
                                .transactWriteItems(all -> all.transactItems(
                                        own -> own.put(put -> put.tableName("ty-local-sample-claims")
                                                .item(item())),
                                        entry -> entry.put(put -> put.tableName("ty-local-other-records")
                                                .item(item()))))),
                row(
                        "AccessDeniedException",
                        "dynamodb:Scan",
                        "arn:aws:dynamodb:" + HERE + "table/ty-local-sample-claims",
                        it -> it.dynamodb().scan(scan -> scan.tableName("ty-local-sample-claims"))),
                row(
                        "AccessDenied",
                        "sqs:sendmessage",
                        "arn:aws:sqs:" + HERE + "ty-local-other",
                        it -> send(it, "ty-local-other")),
                row(
                        "AccessDenied",
                        "sqs:sendmessage",
                        "arn:aws:sqs:" + HERE + "ty-local-other",
                        it -> it.sqs()
                                .sendMessageBatch(batch -> batch.queueUrl(QUEUES + "ty-local-other")
                                        .entries(entry -> entry.id("1").messageBody("m")))),
                row(
                        "AccessDeniedException",
                        "events:PutEvents",
                        "arn:aws:events:" + HERE + "event-bus/ty-local",
                        it -> say(it, "ty-local", "trainyard.other", "sample-said")),
                row(
                        "AccessDeniedException",
                        "events:PutEvents",
                        "arn:aws:events:" + HERE + "event-bus/ty-local",
                        it -> say(it, "ty-local", "trainyard.sample", "other-said")),
                row(
                        "AccessDeniedException",
                        "events:PutEvents",
                        "arn:aws:events:" + HERE + "event-bus/default",
                        it -> say(it, "default", "trainyard.sample", "sample-said")),
                row(
                        "AccessDeniedException",
                        "scheduler:CreateSchedule",
                        "arn:aws:scheduler:" + HERE + "schedule/default/t",
                        it -> timer(it, "default", "timers")),
                row(
                        "AccessDeniedException",
                        "iam:PassRole",
                        ROLES + "sagemaker",
                        it -> timer(it, "ty-local-timers", "sagemaker")),
                row(
                        "AuthorizationError",
                        "SNS:Publish",
                        "arn:aws:sns:" + HERE + "theirs",
                        it -> it.sns()
                                .publish(say -> say.topicArn("arn:aws:sns:" + HERE + "theirs")
                                        .message("m"))),
                row(
                        "AccessDenied",
                        "s3:GetObject",
                        "\"arn:aws:s3:::elsewhere/there\"",
                        it -> read(it, "elsewhere", "there")),
                row(
                        "AccessDenied",
                        "s3:ListBucket",
                        "\"arn:aws:s3:::" + BUCKET + "\"",
                        it -> read(it, BUCKET, "missing")),
                row(
                        "AccessDenied",
                        "s3:PutObject",
                        "\"arn:aws:s3:::" + BUCKET + "/new\"",
                        it -> it.s3().putObject(put -> put.bucket(BUCKET).key("new"), RequestBody.fromString("1"))),
                row(
                        "AccessDeniedException",
                        "lambda:InvokeFunction",
                        "arn:aws:lambda:" + HERE + "function:ty-local-other",
                        it -> it.lambda().invoke(call -> call.functionName("ty-local-other"))),
                row(
                        "AccessDeniedException",
                        "servicequotas:GetServiceQuota",
                        "*",
                        it -> it.quotas()
                                .getServiceQuota(
                                        get -> get.serviceCode("sagemaker").quotaCode("L-1"))),
                row(
                        "AccessDeniedException",
                        "sagemaker:DescribeTrainingJob",
                        "arn:aws:sagemaker:" + HERE + "training-job/theirs",
                        it -> it.sagemaker().describeTrainingJob(job -> job.trainingJobName("theirs"))),
                row(
                        "AccessDeniedException",
                        "sagemaker:DeleteEndpoint",
                        "arn:aws:sagemaker:" + HERE + "endpoint/ty-local-e",
                        it -> it.sagemaker().deleteEndpoint(delete -> delete.endpointName("ty-local-e"))),
                row(
                        "AccessDeniedException",
                        "sagemaker:AddTags",
                        "arn:aws:sagemaker:" + HERE + "training-job/ty-local-j",
                        it -> it.sagemaker()
                                .createTrainingJob(create -> create.trainingJobName("ty-local-j")
                                        .roleArn(ROLES + "sagemaker")
                                        .tags(tag -> tag.key("k").value("v")))),
                row(
                        "AccessDeniedException",
                        "iam:PassRole",
                        ROLES + "timers",
                        it -> it.sagemaker()
                                .createTrainingJob(create ->
                                        create.trainingJobName("ty-local-j").roleArn(ROLES + "timers"))),
                row(
                        "AccessDeniedException",
                        "sagemaker:InvokeEndpoint",
                        "arn:aws:sagemaker:" + HERE + "endpoint/theirs",
                        it -> it.sagemakerRuntime()
                                .invokeEndpoint(call -> call.endpointName("theirs")
                                        .body(software.amazon.awssdk.core.SdkBytes.fromUtf8String("1")))));
    }

    @ParameterizedTest(name = "{1} on {2}")
    @MethodSource("denied")
    void deniesWhatItDoesNotGive(String error, String action, String resource, Consumer<Clients> call) {
        var details = refusal(() -> call.accept(function)).awsErrorDetails();

        assertThat(details.errorCode()).isEqualTo(error);
        assertThat(details.errorMessage())
                .isEqualTo(
                        "User: arn:aws:sts::123456789012:assumed-role/ty-local-sample/ty-local-sample is not authorized"
                                + " to perform: " + action + " on resource: " + resource
                                + " because no identity-based policy allows the " + action + " action");
    }

    @Test
    void hasNoEffectWhereItDenies() {
        refusal(() -> put(function, "ty-local-other-records"));

        try (var admin = new Clients(account)) {
            assertThat(admin.dynamodb()
                            .scan(scan -> scan.tableName("ty-local-other-records"))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void lettingAFunctionCallDoesNotMeanThatAwsTakesIt() {
        var described = refusal(
                () -> function.sagemaker().describeTrainingJob(job -> job.trainingJobName("ty-local-not-there")));

        assertThat(described.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private static AwsServiceException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(AwsServiceException.class, call);
    }

    private static AccessKeys keys() {
        return new AccessKeys(folder.resolve("keys.json"), new SecureRandom());
    }

    private static Map<String, AttributeValue> item() {
        return Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
    }

    private static void put(Clients clients, String table) {
        clients.dynamodb().putItem(put -> put.tableName(table).item(item()));
    }

    private static void send(Clients clients, String queue) {
        clients.sqs().sendMessage(send -> send.queueUrl(QUEUES + queue).messageBody("m"));
    }

    private static void read(Clients clients, String bucket, String key) {
        clients.s3().getObjectAsBytes(get -> get.bucket(bucket).key(key));
    }

    private static void say(Clients clients, String bus, String source, String event) {
        clients.events()
                .putEvents(put -> put.entries(entry ->
                        entry.eventBusName(bus).source(source).detailType(event).detail("{}")));
    }

    private static void timer(Clients clients, String group, String role) {
        clients.scheduler()
                .createSchedule(create -> create.name("t")
                        .groupName(group)
                        .scheduleExpression("rate(30 minutes)")
                        .flexibleTimeWindow(window -> window.mode("OFF"))
                        .target(target -> target.arn("arn:aws:sqs:" + HERE + "ty-local-sample")
                                .roleArn(ROLES + role)
                                .input("{}")));
    }

    private static Arguments row(String what, Consumer<Clients> call) {
        return Arguments.of(what, call);
    }

    private static Arguments row(String error, String action, String resource, Consumer<Clients> call) {
        return Arguments.of(error, action, resource, call);
    }
}
