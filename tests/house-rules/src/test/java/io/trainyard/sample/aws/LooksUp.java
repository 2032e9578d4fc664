package io.trainyard.sample.aws;

/** Breaks a rule: a native executable does not know the method. */
public final class LooksUp {

    Object called(Object target) throws ReflectiveOperationException {
        return target.getClass().getMethod("name").invoke(target);
    }
}
