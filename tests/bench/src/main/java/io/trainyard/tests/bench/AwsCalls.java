package io.trainyard.tests.bench;

import io.trainyard.cli.account.RunningAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Single calls of an account, timed, by AWS's own SDK: the same against whatever answers at an address. */
final class AwsCalls implements AutoCloseable {

    static final int WARM_UP = 4000;
    static final int MEASURED = 1500;

    private static final String TABLE = "bench";
    private static final String QUEUE = "bench";

    private final DynamoDbClient dynamo;
    private final SqsClient sqs;
    private final EventBridgeClient events;
    private final SchedulerClient schedules;

    private AwsCalls(DynamoDbClient dynamo, SqsClient sqs, EventBridgeClient events, SchedulerClient schedules) {
        this.dynamo = dynamo;
        this.sqs = sqs;
        this.events = events;
        this.schedules = schedules;
    }

    static AwsCalls at(URI endpoint, String keyId, String secret) {
        var keys = StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret));
        return new AwsCalls(
                client(DynamoDbClient.builder(), endpoint, keys),
                client(SqsClient.builder(), endpoint, keys),
                client(EventBridgeClient.builder(), endpoint, keys),
                client(SchedulerClient.builder(), endpoint, keys));
    }

    /** A client that calls the functions of an account. */
    static LambdaClient lambda(RunningAccount account) {
        var keys = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey()));
        return client(LambdaClient.builder(), account.endpoint(), keys);
    }

    /** Conditional writes of items of 1 KB, each new, in milliseconds. */
    Samples conditionalWrites() {
        dynamo.createTable(request -> request.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key -> key.attributeName("pk").keyType(KeyType.HASH))
                .attributeDefinitions(key -> key.attributeName("pk").attributeType(ScalarAttributeType.S)));
        var payload = AttributeValue.fromS("x".repeat(1024));
        return timed(i -> dynamo.putItem(request -> request.tableName(TABLE)
                .item(Map.of("pk", AttributeValue.fromS("item-" + i), "payload", payload))
                .conditionExpression("attribute_not_exists(pk)")));
    }

    /** From before a message is sent to after it has been received, in milliseconds; deleting it is not timed. */
    Samples sendsToReceives() {
        String queue = sqs.createQueue(request -> request.queueName(QUEUE)).queueUrl();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            String body = "message " + i;
            long began = System.nanoTime();
            sqs.sendMessage(request -> request.queueUrl(queue).messageBody(body));
            var received = sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(5))
                    .messages()
                    .getFirst();
            millis.add((System.nanoTime() - began) / 1e6);
            sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(received.receiptHandle()));
        }
        return Samples.of(millis.subList(WARM_UP, millis.size()));
    }

    /** Puts one event of ours on our bus. */
    void putEvent(String type, String detail) {
        var answer = events.putEvents(request -> request.entries(entry -> entry.eventBusName("ty-local")
                .source("trainyard.bench")
                .detailType(type)
                .detail(detail)));
        if (answer.failedEntryCount() != 0) {
            throw new IllegalStateException(answer.entries().getFirst().errorMessage());
        }
    }

    /** Sets so many schedules that all fire into one queue; the queue. */
    String schedule(int count, String expression) {
        String queue = sqs.createQueue(request -> request.queueName(QUEUE)).queueUrl();
        for (int i = 0; i < count; i++) {
            String name = "bench-" + i;
            schedules.createSchedule(request -> request.name(name)
                    .scheduleExpression(expression)
                    .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                    .target(target -> target.arn("arn:aws:sqs:eu-west-1:123456789012:" + QUEUE)
                            .roleArn("arn:aws:iam::123456789012:role/bench")
                            .input(name)));
        }
        return queue;
    }

    /** How many messages a queue has. */
    int waiting(String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(request ->
                        request.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Override
    public void close() {
        dynamo.close();
        sqs.close();
        events.close();
        schedules.close();
    }

    private interface Call {
        void make(int number);
    }

    private static Samples timed(Call call) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long began = System.nanoTime();
            call.make(i);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        return Samples.of(millis.subList(WARM_UP, millis.size()));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, StaticCredentialsProvider keys) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(keys)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }
}
