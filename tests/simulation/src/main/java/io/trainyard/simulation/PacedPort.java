package io.trainyard.simulation;

import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

/**
 * Puts SageMaker's ports behind token buckets, as the client of the real adapters is: all looks share one, every change has its own, and
 * the tokens of what is created were taken before the claim.
 */
final class PacedPort {

    private static final Set<String> CREATE = Set.of("create", "register", "createConfiguration", "createEndpoint");
    private static final Set<String> CHANGE =
            Set.of("stop", "delete", "deleteEndpoint", "deleteConfiguration", "deleteModel");
    private static final String INVOKE = "ask";

    private PacedPort() {}

    static <T> T around(Class<T> port, T real, TokenPace pace) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    family(method.getName()).ifPresent(pace::call);
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return port.cast(proxy);
    }

    private static Optional<String> family(String method) {
        if (CREATE.contains(method) || method.equals(INVOKE)) {
            return Optional.empty();
        }
        return Optional.of(CHANGE.contains(method) ? method : Rates.DESCRIBE);
    }
}
