package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkCallTest {

    private static final String SERVICES = "software.amazon.awssdk.services.";

    @ParameterizedTest
    @CsvSource({
        "sagemaker.SageMakerClient,               createTrainingJob,      sagemaker.CreateTrainingJob",
        "sagemakerruntime.SageMakerRuntimeClient, invokeEndpoint,         sagemakerruntime.InvokeEndpoint",
        "dynamodb.DynamoDbClient,                 queryPaginator,         dynamodb.Query",
        "dynamodb.DynamoDbAsyncClient,            getItem,                dynamodb.GetItem",
        "s3.S3Client,                             waiter,                 s3.Waiter",
    })
    void isTheOperationBehindAMethodOfAClient(String client, String method, String operation) {
        assertThat(SdkCall.of(SERVICES + client, method)).hasToString("Optional[" + operation + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "sagemaker.SageMakerClient,             builder",
        "sagemaker.SageMakerClientBuilder,      region",
        "sagemaker.model.CreateModelRequest,    modelName",
        "dynamodb.DynamoDbClient,               close",
    })
    void isNothingElse(String owner, String method) {
        assertThat(SdkCall.of(SERVICES + owner, method)).isEmpty();
        assertThat(SdkCall.of("io.trainyard.training.TrainingClient", method)).isEmpty();
    }
}
