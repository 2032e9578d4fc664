package io.trainyard.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The real SDK's clients for an account. */
public final class Clients implements AutoCloseable {

    private final URI endpoint;
    private final AwsBasicCredentials credentials;
    private final SdkHttpClient http = ApacheHttpClient.create();

    public Clients(RunningAccount account) {
        this(account.endpoint(), account.admin().id(), account.admin().secret());
    }

    public Clients(URI endpoint, String key, String secret) {
        this.endpoint = endpoint;
        this.credentials = AwsBasicCredentials.create(key, secret);
    }

    public SqsClient sqs() {
        return with(SqsClient.builder()).build();
    }

    public SnsClient sns() {
        return with(SnsClient.builder()).build();
    }

    public EventBridgeClient events() {
        return with(EventBridgeClient.builder()).build();
    }

    public SchedulerClient scheduler() {
        return with(SchedulerClient.builder()).build();
    }

    public ServiceQuotasClient quotas() {
        return with(ServiceQuotasClient.builder()).build();
    }

    public LambdaClient lambda() {
        return with(LambdaClient.builder()).build();
    }

    public DynamoDbClient dynamodb() {
        return with(DynamoDbClient.builder()).build();
    }

    public SageMakerClient sagemaker() {
        return with(SageMakerClient.builder()).build();
    }

    public SageMakerRuntimeClient sagemakerRuntime() {
        return with(SageMakerRuntimeClient.builder()).build();
    }

    public S3Client s3() {
        return with(S3Client.builder()).forcePathStyle(true).build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B with(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .httpClient(http)
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }

    @Override
    public void close() {
        http.close();
    }
}
