package io.trainyard.local.sagemaker;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;

/** Models and endpoints as the tests ask for them: one name for model, configuration and endpoint. */
final class Serving {

    static final String MODEL = "s3://ty-local-artifacts/models/for-serving/output/model.tar.gz";

    private Serving() {}

    /** Trains the model that the endpoints serve. */
    static void train(TestAccount account) throws IOException {
        account.object("data/train/rows.csv", "1,2,3\n");
        Jobs.create(account.sageMaker, "for-serving", Map.of());
        Jobs.ended(account.sageMaker, "for-serving");
    }

    static void configure(TestAccount account, String name, Map<String, String> environment) {
        configure(account, name, environment, variant -> {});
    }

    /** @param also what its only variant has otherwise than one ml.m5.large */
    static void configure(
            TestAccount account,
            String name,
            Map<String, String> environment,
            Consumer<ProductionVariant.Builder> also) {
        account.sageMaker.createModel(request -> request.modelName(name)
                .executionRoleArn(TestAccount.ROLE)
                .primaryContainer(container ->
                        container.image(TestAccount.IMAGE).modelDataUrl(MODEL).environment(environment)));
        account.sageMaker.createEndpointConfig(request -> request.endpointConfigName(name)
                .productionVariants(variant -> also.accept(variant.variantName("main")
                        .modelName(name)
                        .instanceType(ProductionVariantInstanceType.ML_M5_LARGE)
                        .initialInstanceCount(1))));
    }

    static void create(TestAccount account, String name, Map<String, String> environment) {
        configure(account, name, environment);
        account.sageMaker.createEndpoint(request -> request.endpointName(name).endpointConfigName(name));
    }

    static DescribeEndpointResponse settled(TestAccount account, String name) {
        return TestAccount.eventually(
                () -> Optional.of(account.sageMaker.describeEndpoint(request -> request.endpointName(name)))
                        .filter(endpoint -> endpoint.endpointStatus() == EndpointStatus.IN_SERVICE
                                || endpoint.endpointStatus() == EndpointStatus.FAILED));
    }

    static void absent(TestAccount account, String name) {
        TestAccount.eventually(() -> {
            try {
                account.sageMaker.describeEndpoint(request -> request.endpointName(name));
                return Optional.empty();
            } catch (SageMakerException gone) {
                return Optional.of(gone);
            }
        });
    }

    static InvokeEndpointResponse invoke(TestAccount account, String name, String body) {
        return account.runtime.invokeEndpoint(
                request -> request.endpointName(name).contentType("text/csv").body(SdkBytes.fromUtf8String(body)));
    }
}
