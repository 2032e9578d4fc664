package io.trainyard.training.aws;

import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.StepParts;
import io.trainyard.training.app.TrainingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** What the training service does with a message. */
@ApplicationScoped
class TrainingHandler {

    @Produces
    @ApplicationScoped
    MessageHandler messages(StepParts parts, Deployment deployment) {
        var http = UrlConnectionHttpClient.builder();
        SageMakerClient client = SageMakerClient.builder()
                .httpClientBuilder(http)
                .overrideConfiguration(calls -> calls.addExecutionInterceptor(parts.pacedCalls()))
                .build();
        var jobs = new SageMakerTrainingJobs(client, deployment);
        var checkpoints =
                new S3Checkpoints(S3Client.builder().httpClientBuilder(http).build());
        return parts.messages(new TrainingWork(jobs, checkpoints, deployment.prefix(), deployment.bucket()));
    }
}
