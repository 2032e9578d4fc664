package io.trainyard.deadletters.aws;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.EventBridgeBus;
import io.trainyard.lambda.Roles;
import io.trainyard.lambda.RouteRoles;
import io.trainyard.lambda.TestDeployment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The desk's function in this process, with its adapters on an AWS that a test answers for. */
final class DeskOnStub implements CalledFunction {

    private final DeskFunction function;

    DeskOnStub(AwsStub aws) {
        var config = new TestDeployment("dead-letters", Optional.of(RouteRoles.json(Path.of("service.yaml"))));
        var deployment = new Deployment(config);
        var clock = Clock.systemUTC();
        var bus = new EventBridgeBus(aws.client(EventBridgeClient.builder()), deployment);
        var parts = new DeskParts();
        var desk = parts.desk(aws.client(DynamoDbClient.builder()), deployment);
        var queues = parts.queues(aws.client(SqsClient.builder()), deployment);
        var sendBack = parts.sendBack(desk, queues, bus, clock);
        var replay = parts.replay(desk, sendBack, queues, clock, () -> "replay");
        var dryRuns = new LambdaDryRuns(aws.client(LambdaClient.builder()), deployment);
        this.function = new DeskFunction(
                parts.messages(desk, replay, bus, clock, deployment),
                parts.routes(desk, sendBack, dryRuns, replay, clock),
                new Roles(config));
    }

    @Override
    public String call(String event) {
        try {
            var output = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, null);
            return output.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Its clients keep nothing open.
    }
}
