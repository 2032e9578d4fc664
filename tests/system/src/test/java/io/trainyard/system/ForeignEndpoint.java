package io.trainyard.system;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;

/** An endpoint in the same account that no deployment of ours made, with a model and a configuration of its own. */
final class ForeignEndpoint implements AutoCloseable {

    private static final String NAME = "someone-elses";

    private final Aws aws;

    private ForeignEndpoint(Aws aws) {
        this.aws = aws;
    }

    /** Makes it, and waits until it serves. Leaves no endpoint of ours. */
    static ForeignEndpoint deploy(Aws aws, Jobs jobs, String data, ProductionVariantInstanceType type) {
        var foreign = new ForeignEndpoint(aws);
        foreign.create(artifact(jobs, data), type);
        Await.until("the foreign endpoint serves", foreign::status, EndpointStatus.IN_SERVICE::equals);
        return foreign;
    }

    EndpointStatus status() {
        return aws.sagemaker().describeEndpoint(it -> it.endpointName(NAME)).endpointStatus();
    }

    private static String artifact(Jobs jobs, String data) {
        var trained = jobs.await(jobs.submit(NoopJobs.named("cap-artifact", data)), "READY");
        // The list of endpoints may be two seconds old.
        Await.until(
                "the endpoint is listed",
                jobs::ready,
                ready -> ready.contains(trained.path("jobId").asText()));
        jobs.clear();
        JsonNode artifacts = trained.path("artifacts");
        return artifacts.path("modelOutput").asText();
    }

    private void create(String artifact, ProductionVariantInstanceType type) {
        var sagemaker = aws.sagemaker();
        sagemaker.createModel(create -> create.modelName(NAME)
                .executionRoleArn("arn:aws:iam::123456789012:role/ty-local-sagemaker")
                .primaryContainer(container -> container.image("trainyard/noop").modelDataUrl(artifact)));
        sagemaker.createEndpointConfig(create -> create.endpointConfigName(NAME)
                .productionVariants(variant -> variant.variantName("all")
                        .modelName(NAME)
                        .initialInstanceCount(1)
                        .instanceType(type)));
        sagemaker.createEndpoint(create -> create.endpointName(NAME).endpointConfigName(NAME));
    }

    @Override
    public void close() {
        aws.sagemaker().deleteEndpoint(delete -> delete.endpointName(NAME));
        aws.sagemaker().deleteEndpointConfig(delete -> delete.endpointConfigName(NAME));
        aws.sagemaker().deleteModel(delete -> delete.modelName(NAME));
    }
}
