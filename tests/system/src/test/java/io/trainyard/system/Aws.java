package io.trainyard.system;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS's own clients, as anybody with the account's keys has them. */
record Aws(
        Map<String, String> environment,
        SageMakerClient sagemaker,
        EventBridgeClient events,
        SqsClient queues,
        LambdaClient functions,
        S3Client s3)
        implements AutoCloseable {

    static final String BUCKET = "ty-local-artifacts";

    /** @param environment what {@code trainyard env} prints */
    static Aws of(URI endpoint, Map<String, String> environment) {
        return new Aws(
                environment,
                client(SageMakerClient.builder(), endpoint, environment),
                client(EventBridgeClient.builder(), endpoint, environment),
                client(SqsClient.builder(), endpoint, environment),
                client(LambdaClient.builder(), endpoint, environment),
                client(S3Client.builder().forcePathStyle(true), endpoint, environment));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, Map<String, String> environment) {
        var keys = AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
        return builder.endpointOverride(endpoint)
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Puts an object into the deployment's bucket; returns its address. */
    String upload(String key, String text) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text));
        return "s3://" + BUCKET + "/" + key;
    }

    /** Stops or starts what feeds the service's function, as an operator does. */
    void feed(String service, boolean enabled) {
        var mapping = functions
                .listEventSourceMappings(list -> list.functionName("ty-local-" + service))
                .eventSourceMappings()
                .getFirst();
        functions.updateEventSourceMapping(update -> update.uuid(mapping.uuid()).enabled(enabled));
    }

    @Override
    public void close() {
        sagemaker.close();
        events.close();
        queues.close();
        functions.close();
        s3.close();
    }
}
