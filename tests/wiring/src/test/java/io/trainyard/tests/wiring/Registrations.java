package io.trainyard.tests.wiring;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a {@code @RegisterForReflection} names for the native image. */
final class Registrations {

    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";

    private Registrations() {}

    /** The names of all that these classes' annotations register. */
    static SortedSet<String> of(Collection<JavaClass> classes) {
        SortedSet<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            type.tryGetAnnotationOfType(REGISTERED).ifPresent(annotation -> names.addAll(targets(type, annotation)));
        }
        return names;
    }

    private static SortedSet<String> targets(JavaClass type, JavaAnnotation<JavaClass> annotation) {
        SortedSet<String> names = new TreeSet<>();
        annotation
                .get("targets")
                .ifPresent(value -> Arrays.stream((JavaClass[]) value)
                        .map(JavaClass::getName)
                        .forEach(names::add));
        annotation.get("classNames").ifPresent(value -> names.addAll(Arrays.asList((String[]) value)));
        if (names.isEmpty()) {
            names.add(type.getName());
        }
        return names;
    }
}
