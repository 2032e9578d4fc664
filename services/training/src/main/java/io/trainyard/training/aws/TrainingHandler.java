package io.trainyard.training.aws;

import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.StepParts;
import io.trainyard.training.app.TrainingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** What the training service does with a message. */
@ApplicationScoped
class TrainingHandler {

    @Produces
    @ApplicationScoped
    MessageHandler messages(StepParts parts, Deployment deployment) {
        SageMakerClient client = SageMakerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var jobs = new SageMakerTrainingJobs(client, deployment.sageMakerRoleArn());
        return parts.messages(new TrainingWork(jobs, deployment.prefix(), deployment.bucket()));
    }
}
