package io.trainyard.inference.aws;

import io.trainyard.inference.app.FindModel;
import io.trainyard.inference.app.Predict;
import io.trainyard.lambda.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** Puts the use cases together. */
@ApplicationScoped
class InferenceParts {

    @Produces
    @Singleton
    FindModel models(DynamoDbClient dynamo, Deployment deployment, Clock clock, InferenceConfig config) {
        return new FindModel(
                new DynamoEndpointTable(dynamo, deployment.table("endpoints", "slots")),
                new DynamoJobBook(dynamo, deployment.table("ledger", "records")),
                clock,
                config.fresh());
    }

    @Produces
    @Singleton
    Predict predict(FindModel models, InferenceConfig config) {
        var client = SageMakerRuntimeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(config.patience()))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        return new Predict(models, new SageMakerModelEndpoints(client, config.patience()));
    }
}
