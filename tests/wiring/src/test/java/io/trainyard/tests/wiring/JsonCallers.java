package io.trainyard.tests.wiring;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.trainyard.events.json.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods of ours that go through {@link Json}, the one door to Jackson: those that call it, and those that call a method of ours which
 * hands on to it what it was given.
 */
final class JsonCallers {

    private final Set<String> doors;
    private final Set<String> handingOn = new HashSet<>();

    private JsonCallers(Set<String> doors, Class<?> given, Collection<JavaClass> classes) {
        this.doors = doors;
        List<JavaCodeUnit> maybe = classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(method -> method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(given)))
                .toList();
        boolean more = true;
        while (more) {
            more = handingOn.addAll(maybe.stream()
                    .filter(this::has)
                    .map(JavaCodeUnit::getFullName)
                    .toList());
        }
    }

    /** Those that read: what is handed on is a class. */
    static JsonCallers reading(Collection<JavaClass> classes) {
        return new JsonCallers(Set.of("read", "convert"), Class.class, classes);
    }

    /** Those that write: what is handed on is anything. */
    static JsonCallers writing(Collection<JavaClass> classes) {
        return new JsonCallers(Set.of("write", "tree"), Object.class, classes);
    }

    boolean has(JavaCodeUnit method) {
        return called(method).anyMatch(target -> isDoor(target) || handingOn.contains(target.getFullName()));
    }

    /** What it calls, or refers to. */
    static Stream<CodeUnitAccessTarget> called(JavaCodeUnit method) {
        return Stream.concat(method.getCallsFromSelf().stream(), method.getCodeUnitReferencesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .map(CodeUnitAccessTarget.class::cast);
    }

    /** Text becomes a tree without any type of ours. */
    private boolean isDoor(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Json.class)
                && doors.contains(target.getName())
                && !(target.getName().equals("tree")
                        && target.getRawParameterTypes().getFirst().isEquivalentTo(String.class));
    }
}
