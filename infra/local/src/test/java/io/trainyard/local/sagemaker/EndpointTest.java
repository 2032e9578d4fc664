package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

class EndpointTest {

    @TempDir
    Path home;

    TestAccount account;

    @BeforeEach
    void open() throws IOException {
        account = new TestAccount(home);
        Serving.train(account);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void servesATrainedModelOnceItsPingIsAnswered() {
        Serving.create(account, "first", Map.of());
        var endpoint = Serving.settled(account, "first");

        assertThat(endpoint.failureReason()).isNull();
        assertThat(endpoint.endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
        assertThat(endpoint.productionVariants()).singleElement().satisfies(variant -> {
            assertThat(variant.variantName()).isEqualTo("main");
            assertThat(variant.currentInstanceCount()).isEqualTo(1);
        });
        var answer = Serving.invoke(account, "first", "4,5");
        assertThat(answer.body().asUtf8String()).isEqualTo("1,2,3|4,5|text/csv");
        assertThat(answer.contentType()).isEqualTo("text/csv");
        assertThat(answer.invokedProductionVariant()).isEqualTo("main");
        assertThat(answer.customAttributes()).isEqualTo("model-version=7");
    }

    @Test
    void eventsSpellTheStatusInCapitals() {
        Serving.create(account, "said", Map.of());
        Serving.settled(account, "said");
        account.sageMaker.deleteEndpoint(request -> request.endpointName("said"));

        assertThat(account.events("Endpoint", "said"))
                .extracting(event -> event.detail().path("EndpointStatus").asText())
                .containsExactly("CREATING", "IN_SERVICE", "DELETING");
        assertThat(account.events("Model", "said")).hasSize(1);
    }

    @Test
    void passesAContainersRefusalOnAsAModelError() {
        Serving.create(account, "refusing", Map.of());
        Serving.settled(account, "refusing");

        assertThatThrownBy(() -> Serving.invoke(account, "refusing", "bad"))
                .isInstanceOfSatisfying(ModelErrorException.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(424);
                    assertThat(error.originalStatusCode()).isEqualTo(400);
                    assertThat(error.originalMessage()).isEqualTo("expected 4 features, got 3");
                    assertThat(error.logStreamArn()).endsWith("/aws/sagemaker/Endpoints/refusing");
                });
    }

    @Test
    void saysThatAnUnknownEndpointIsNotThere() {
        assertThatThrownBy(() -> Serving.invoke(account, "nobody", "1"))
                .isInstanceOfSatisfying(SageMakerRuntimeException.class, error -> {
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("Endpoint nobody of account 123456789012 not found.");
                });
    }

    @Test
    void failsAnEndpointWhoseContainerNeverAnswers() {
        Serving.create(account, "crashing", Map.of("CRASH", "1"));
        var endpoint = Serving.settled(account, "crashing");

        assertThat(endpoint.endpointStatus()).isEqualTo(EndpointStatus.FAILED);
        assertThat(endpoint.failureReason())
                .startsWith("The primary container for production variant main did not pass the ping health check.");
        assertThat(account.events("Endpoint", "crashing")
                        .getLast()
                        .detail()
                        .path("EndpointStatus")
                        .asText())
                .isEqualTo("FAILED");
    }

    @Test
    void startsACrashedContainerAgain() {
        Serving.create(account, "crashed", Map.of());
        Serving.settled(account, "crashed");
        assertThatThrownBy(() -> Serving.invoke(account, "crashed", "halt")).isInstanceOf(ModelErrorException.class);

        assertThat(Serving.invoke(account, "crashed", "6").body().asUtf8String())
                .isEqualTo("1,2,3|6|text/csv");
    }

    @Test
    void refusesToDeleteWhileCreating() {
        Serving.create(account, "busy", Map.of());

        assertThatThrownBy(() -> account.sageMaker.deleteEndpoint(request -> request.endpointName("busy")))
                .hasMessageContaining("Cannot update in-progress endpoint");
        Serving.settled(account, "busy");
    }

    @Test
    void deletingEndsTheContainer() {
        Serving.create(account, "gone", Map.of());
        Serving.settled(account, "gone");
        long pid = Long.parseLong(Serving.invoke(account, "gone", "pid").body().asUtf8String());
        account.sageMaker.deleteEndpoint(request -> request.endpointName("gone"));
        Serving.absent(account, "gone");

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThatThrownBy(() -> account.sageMaker.describeEndpoint(request -> request.endpointName("gone")))
                .hasMessageContaining(
                        "Could not find endpoint \"arn:aws:sagemaker:eu-west-1:123456789012:endpoint/gone\".");
    }
}
