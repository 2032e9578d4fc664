package io.trainyard.tests.wiring;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.domain.properties.HasReturnType;
import io.trainyard.events.json.Json;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our types that go through {@link Json}.
 *
 * <p>Read are the classes that a method which reads JSON names; written are those that a method which writes it makes, is given, or gets
 * from what it calls. With each goes what it holds.
 */
final class JsonTypes {

    private JsonTypes() {}

    /** Their names, of what these classes read and write. */
    static SortedSet<String> of(Collection<JavaClass> classes) {
        JsonCallers reading = JsonCallers.reading(classes);
        JsonCallers writing = JsonCallers.writing(classes);
        Deque<JavaClass> open = classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(method -> Stream.concat(
                        reading.has(method) ? named(method) : Stream.empty(),
                        writing.has(method) ? atHand(method) : Stream.empty()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        SortedSet<String> bound = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (isData(type) && bound.add(type.getName())) {
                held(type).forEach(open::add);
            }
        }
        return bound;
    }

    private static Stream<JavaClass> named(JavaCodeUnit method) {
        return method.getReferencedClassObjects().stream().map(ReferencedClassObject::getRawType);
    }

    private static Stream<JavaClass> atHand(JavaCodeUnit method) {
        Stream<JavaClass> given =
                method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
        return Stream.concat(
                Stream.concat(given, method.getRawParameterTypes().stream()),
                JsonCallers.called(method).flatMap(JsonTypes::got));
    }

    private static Stream<JavaClass> got(CodeUnitAccessTarget target) {
        if (target.getName().equals("<init>")) {
            return Stream.of(target.getOwner());
        }
        HasReturnType method =
                target.resolveMember().<HasReturnType>map(found -> found).orElse(target);
        return Stream.concat(
                Stream.of(method.getRawReturnType()), method.getReturnType().getAllInvolvedRawTypes().stream());
    }

    /** Of an array, what it is an array of: the array is a type of its own. */
    private static Stream<JavaClass> held(JavaClass type) {
        return type.isArray()
                ? Stream.of(type.getComponentType())
                : type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field ->
                                Stream.concat(Stream.of(field.getRawType()), field.getAllInvolvedRawTypes().stream()));
    }

    private static boolean isData(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.getName().startsWith("io.trainyard.")
                && (type.isArray() || base.isRecord() || base.isEnum() || isTold(base));
    }

    /** A class that tells Jackson how it is made. */
    private static boolean isTold(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation ->
                        annotation.getRawType().getPackageName().equals("com.fasterxml.jackson.annotation"));
    }
}
