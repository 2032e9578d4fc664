package io.trainyard.local.dynamodb;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Expects cases to fail where their note says that they do: a note that is out of date fails in their stead. */
final class KnownDifferences implements InvocationInterceptor {

    /** Which implementation the suite runs against: ours, moto, or any other that has no notes. */
    static final String IMPLEMENTATION = System.getProperty("conformance.implementation", "ours");

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Optional<Differs> note = Optional.ofNullable(method.getExecutable().getAnnotation(Differs.class))
                .filter(differs -> IMPLEMENTATION.equals("moto"));
        if (note.isEmpty()) {
            invocation.proceed();
            return;
        }
        if (succeeds(invocation)) {
            throw new AssertionError("moto does here what AWS does. Remove the note: "
                    + note.get().moto());
        }
    }

    private static boolean succeeds(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return true;
        } catch (Throwable expected) {
            return false;
        }
    }
}
