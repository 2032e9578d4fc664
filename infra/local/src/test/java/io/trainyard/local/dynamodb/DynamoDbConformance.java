package io.trainyard.local.dynamodb;

import io.trainyard.local.apimodel.AnswersAsModelled;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What DynamoDB does, in plain SDK calls, against any endpoint that claims to be one.
 *
 * <p>What the cases expect is what AWS documents (Developer Guide and API Reference) or answers; where another
 * implementation is known to differ, the case says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(KnownDifferences.class)
abstract class DynamoDbConformance
        implements TablesContract,
                ItemsContract,
                ValuesContract,
                ConditionsContract,
                UpdatesContract,
                QueriesContract,
                IndexesContract,
                BatchesContract,
                TransactionsContract,
                CapacityContract {

    // The environment's, which an endpoint that checks signatures asks for; any others will do elsewhere.
    private static final AwsCredentialsProvider CREDENTIALS = AwsCredentialsProviderChain.of(
            EnvironmentVariableCredentialsProvider.create(),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));

    private final AtomicInteger keys = new AtomicInteger();
    private DynamoDbClient client;
    private ConformanceTables tables;

    /** Where the implementation listens. Called once, before the first case. */
    abstract URI endpoint();

    abstract Implementation implementation();

    /** Ends what {@link #endpoint()} began. Called once, after the last case. */
    void stop() {}

    static DynamoDbClient client(URI endpoint) {
        return client(endpoint, Implementation.OURS);
    }

    private static DynamoDbClient client(URI endpoint, Implementation whose) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(System.getenv().getOrDefault("AWS_REGION", "eu-west-1")))
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                // A refusal is an answer: the suite does not ask twice.
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .putExecutionAttribute(AnswersAsModelled.OF_OTHERS, whose != Implementation.OURS))
                .build();
    }

    @BeforeAll
    void makeTables() {
        client = client(endpoint(), implementation());
        tables = ConformanceTables.create(client, "conformance-" + System.nanoTime());
    }

    @AfterAll
    void deleteTables() {
        try {
            if (tables != null) {
                tables.delete(client);
                client.close();
            }
        } finally {
            stop();
        }
    }

    @Override
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public ConformanceTables tables() {
        return tables;
    }

    @Override
    public String fresh() {
        return "case-" + keys.incrementAndGet();
    }
}
