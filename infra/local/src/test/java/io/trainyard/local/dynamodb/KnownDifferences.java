package io.trainyard.local.dynamodb;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Expects cases to fail where their note says that they do: a note that is out of date fails in their stead. Leaves a
 * report of what every case came to.
 */
final class KnownDifferences implements InvocationInterceptor, AfterAllCallback {

    private final ConformanceReport report = new ConformanceReport();

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        String name = method.getExecutable().getName();
        Optional<Differs> note = Optional.ofNullable(method.getExecutable().getAnnotation(Differs.class))
                .filter(differs -> suite(context).implementation() == Implementation.MOTO);
        Optional<Throwable> failure = failure(invocation);
        if (note.isEmpty()) {
            report.ran(name, failure);
            if (failure.isPresent()) {
                throw failure.get();
            }
            return;
        }
        report.differs(name, note.get());
        if (failure.isEmpty()) {
            throw new AssertionError("moto does here what AWS does. Remove the note: "
                    + note.get().moto());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        report.write(suite(context).implementation());
    }

    private static DynamoDbConformance suite(ExtensionContext context) {
        return (DynamoDbConformance) context.getRequiredTestInstance();
    }

    private static Optional<Throwable> failure(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }
}
