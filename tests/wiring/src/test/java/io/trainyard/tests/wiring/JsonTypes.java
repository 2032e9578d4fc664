package io.trainyard.tests.wiring;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.trainyard.events.json.Json;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our types that go through {@link Json}, the one door to Jackson, and those that are registered for the native image.
 *
 * <p>Read are the classes that a method which reads JSON names; written are the records that a method which writes it makes, or is given.
 */
final class JsonTypes {

    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final Set<String> READS = Set.of("read", "convert");
    private static final Set<String> WRITES = Set.of("write", "tree");

    private final JavaClasses classes;

    JsonTypes(JavaClasses classes) {
        this.classes = classes;
    }

    /** What would fail in a native executable, and only there. */
    SortedSet<String> unregistered() {
        SortedSet<String> missing = bound();
        missing.removeAll(registered());
        return missing;
    }

    private SortedSet<String> bound() {
        Deque<JavaClass> open = classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(JsonTypes::boundBy)
                .collect(Collectors.toCollection(ArrayDeque::new));
        SortedSet<String> bound = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (isOurs(type) && bound.add(type.getName())) {
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                        .forEach(open::add);
            }
        }
        return bound;
    }

    private static Stream<JavaClass> boundBy(JavaCodeUnit method) {
        Stream<JavaClass> read = calls(method, READS)
                ? method.getReferencedClassObjects().stream().map(ReferencedClassObject::getRawType)
                : Stream.empty();
        Stream<JavaClass> written = calls(method, WRITES)
                ? Stream.concat(
                        method.getRawParameterTypes().stream(),
                        method.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner()))
                : Stream.empty();
        return Stream.concat(read, written);
    }

    private static boolean calls(JavaCodeUnit method, Set<String> names) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> names.contains(call.getName()) && isJson(call));
    }

    /** Text becomes a tree without any type of ours. */
    private static boolean isJson(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Json.class)
                && !(call.getName().equals("tree")
                        && call.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(String.class));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith("io.trainyard.") && (type.isRecord() || type.isEnum());
    }

    private SortedSet<String> registered() {
        SortedSet<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            type.tryGetAnnotationOfType(REGISTERED).ifPresent(annotation -> names.addAll(targets(type, annotation)));
        }
        return names;
    }

    private static Set<String> targets(JavaClass type, JavaAnnotation<JavaClass> annotation) {
        Set<String> names = annotation
                .get("targets")
                .map(value -> Arrays.stream((JavaClass[]) value)
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
        return names.isEmpty() ? Set.of(type.getName()) : names;
    }
}
