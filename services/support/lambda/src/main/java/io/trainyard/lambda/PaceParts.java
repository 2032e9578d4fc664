package io.trainyard.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.pace.Bucket;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import io.trainyard.pace.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The pace of a service's calls to SageMaker. Its buckets are touched by nobody who calls nobody. */
@ApplicationScoped
@RegisterForReflection(targets = {Bucket.class, Turn.class})
class PaceParts {

    @Produces
    @Singleton
    TokenPace pace(DynamoDbClient dynamo, DeploymentConfig config, Clock clock) {
        String table = new Deployment(config).table("claims");
        return new TokenPace(
                new DynamoBuckets(dynamo, table), config.rates().map(Rates::of).orElseGet(Rates::defaults), clock);
    }
}
