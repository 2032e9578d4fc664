package io.trainyard.models.aws;

import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.StepParts;
import io.trainyard.models.app.ModelWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** What the models service does with a message. */
@ApplicationScoped
class ModelsHandler {

    @Produces
    @ApplicationScoped
    MessageHandler messages(StepParts parts, Deployment deployment) {
        SageMakerClient client = SageMakerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.addExecutionInterceptor(parts.pacedCalls()))
                .build();
        var models = new SageMakerModels(client, deployment);
        return parts.messages(new ModelWork(models, deployment.prefix()));
    }
}
