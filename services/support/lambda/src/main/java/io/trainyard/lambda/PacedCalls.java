package io.trainyard.lambda;

import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Puts every call of a control-plane client through its token bucket. The tokens of create calls are taken before the step is claimed, on
 * behalf of who asked for it, so that these pass here.
 */
public final class PacedCalls implements ExecutionInterceptor {

    private final TokenPace pace;

    public PacedCalls(TokenPace pace) {
        this.pace = pace;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        family(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)).ifPresent(pace::call);
    }

    /** The bucket of an operation: one for all that only look, and each change has its own. */
    static Optional<String> family(String operation) {
        if (operation.startsWith("Create")) {
            return Optional.empty();
        }
        boolean looks = operation.startsWith("Describe") || operation.startsWith("List");
        return Optional.of(looks ? Rates.DESCRIBE : operation);
    }
}
