package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.InMemoryBuckets;
import io.trainyard.measures.Measures;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue's function in this process, put together by hand, with its adapters on an AWS that a test answers for. */
public final class FunctionOnStub implements CalledFunction {

    /** As Lambda's own serialization does: {@code Records} is the list of records. */
    private static final ObjectMapper EVENTS = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final QueueFunction function;

    /** What a service's message handler is made of. */
    public record Parts(DeploymentConfig config, DynamoDbClient dynamo, EventBus bus, Timers timers, TokenPace pace) {

        /** The deployment as the service sees it. */
        public Deployment deployment() {
            return new Deployment(config);
        }

        /** For services that launch steps. */
        public StepParts steps() {
            return new StepParts(config, dynamo, bus, timers, pace, () -> "owner");
        }
    }

    public FunctionOnStub(String service, AwsStub aws, Function<Parts, MessageHandler> handler) {
        var config = new TestDeployment(service);
        var deployment = new Deployment(config);
        var pace = new TokenPace(new InMemoryBuckets(), Rates.defaults(), Clock.systemUTC());
        var parts = new Parts(
                config,
                aws.client(DynamoDbClient.builder()),
                new EventBridgeBus(aws.client(EventBridgeClient.builder()), deployment),
                new Timers(aws.client(SchedulerClient.builder()), deployment, Clock.systemUTC()),
                pace);
        var letters = new DeadLetters(aws.client(SqsClient.builder()), deployment);
        this.function = new QueueFunction(handler.apply(parts), letters, pace, Measures.NONE, config);
    }

    @Override
    public String call(String event) {
        try {
            return Json.write(function.handleRequest(EVENTS.readValue(event, SQSEvent.class), null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no batch of SQS: " + event, e);
        }
    }

    @Override
    public void close() {
        // Its clients keep nothing open.
    }
}
