package io.trainyard.inference.aws;

import io.trainyard.inference.app.ModelEndpoints;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

/** Endpoints of SageMaker, asked once: whether to ask again is the caller's to decide. */
final class SageMakerModelEndpoints implements ModelEndpoints {

    private static final Logger LOG = Logger.getLogger(SageMakerModelEndpoints.class);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String WORDLESS = "the model answered with an error and did not say which";

    private final SageMakerRuntimeClient client;
    private final Duration patience;

    SageMakerModelEndpoints(SageMakerRuntimeClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public Asked ask(String endpoint, String contentType, @Nullable String accept, byte[] body) {
        try {
            var answer = client.invokeEndpoint(request -> request.endpointName(endpoint)
                    .contentType(contentType)
                    .accept(accept)
                    .body(SdkBytes.fromByteArrayUnsafe(body))
                    .overrideConfiguration(override -> override.apiCallTimeout(patience)));
            String type = answer.contentType() == null ? "application/octet-stream" : answer.contentType();
            return new Asked.Well(type, answer.body().asByteArrayUnsafe(), answer.customAttributes());
        } catch (ModelErrorException e) {
            int status = e.originalStatusCode() == null ? SERVER_ERROR : e.originalStatusCode();
            return new Asked.Badly(status, e.originalMessage() == null ? WORDLESS : e.originalMessage());
        } catch (ApiCallTimeoutException e) {
            return new Asked.Silent();
        } catch (SageMakerRuntimeException e) {
            return notFound(e) ? new Asked.Gone() : busy(e) ? new Asked.Busy() : failed(e);
        }
    }

    /** Throttling, and the 429 and 503 of InvokeEndpoint's API reference: ModelNotReadyException and ServiceUnavailable. */
    private static boolean busy(AwsServiceException e) {
        return e.isThrottlingException() || e.statusCode() == TOO_MANY || e.statusCode() == UNAVAILABLE;
    }

    /** AWS's words name accounts, roles and resources of ours. */
    private static Asked failed(AwsServiceException e) {
        LOG.error("an endpoint could not be asked", e);
        return new Asked.Failed();
    }

    /** {@code ValidationError: Endpoint NAME of account ID not found.} (amazon-sagemaker-examples issue 293). */
    private static boolean notFound(AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        return code.startsWith("Validation")
                && message(e).toLowerCase(Locale.ROOT).contains("not found");
    }

    private static String message(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.awsErrorDetails().errorMessage());
    }
}
