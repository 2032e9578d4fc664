package io.trainyard.endpoints.aws;

import io.trainyard.dryruns.DryRun;
import io.trainyard.endpoints.app.EndpointPorts;
import io.trainyard.endpoints.app.EndpointService;
import io.trainyard.endpoints.app.EndpointWork;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.Owners;
import io.trainyard.lambda.StepMessages;
import io.trainyard.lambda.StepParts;
import io.trainyard.lambda.Timers;
import io.trainyard.steps.domain.AttemptKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the endpoints service does with a message. */
@ApplicationScoped
class EndpointsHandler {

    @Produces
    @Singleton
    EndpointPorts ports(DynamoDbClient dynamo, SqsClient sqs, Timers timers, StepParts parts, Deployment deployment) {
        var http = UrlConnectionHttpClient.builder();
        var own = new SqsOwnQueue(sqs, timers, deployment);
        return new EndpointPorts(
                new DynamoSlots(dynamo, parts.attempts(), deployment.table("slots")),
                SageMakerEndpoints.with(http, parts.pacedCalls()),
                new S3GoldenRows(S3Client.builder().httpClientBuilder(http).build()),
                own,
                own);
    }

    @Produces
    @ApplicationScoped
    MessageHandler messages(
            EndpointPorts ports, StepParts parts, EndpointsConfig config, @Owners Supplier<String> owners) {
        var service = new EndpointService(ports, parts.stores(), config.settings(), owners);
        return new StepMessages(
                service,
                new DryRun(new EndpointWork(ports, parts.stores(), config.settings()), parts.stores()),
                Map.of(SqsOwnQueue.RETIRE, key -> service.retire(Json.convert(key, AttemptKey.class))));
    }
}
