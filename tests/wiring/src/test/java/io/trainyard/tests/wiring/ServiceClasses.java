package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.trainyard.events.EventType;
import io.trainyard.wiring.ServiceDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that a service runs: its own, and those of the shared modules that can be reached from them or from the function that
 * reads its queue. Where a class asks for a type, every bean that offers or produces it counts as reached: the container puts it in.
 */
final class ServiceClasses {

    private static final String SUPPORT =
            Checkout.ROOT.resolve("services/support").toUri().toString();

    /** Tests only: no service has it among its classes. */
    private static final String FAKES = "services/support/fakes";

    private static final JavaClasses BUILT = built();
    private static final String CLASSES = "target/classes/";
    private static final String FUNCTION = "com.amazonaws.services.lambda.runtime.RequestHandler";
    private static final String PRODUCES = "jakarta.enterprise.inject.Produces";
    private static final Map<String, EventType> FACTS = Arrays.stream(EventType.values())
            .collect(Collectors.toMap(type -> type.fact().getName(), Function.identity()));

    private final Set<JavaClass> own = new TreeSet<>(Comparator.comparing(JavaClass::getName));
    private final Set<JavaClass> shared = new TreeSet<>(Comparator.comparing(JavaClass::getName));

    private ServiceClasses(String service, boolean readsQueue) {
        String home = Checkout.ROOT.resolve("services/" + service).toUri().toString();
        Deque<JavaClass> open = new ArrayDeque<>();
        for (JavaClass type : BUILT) {
            String place = place(type);
            if (place.startsWith(home)) {
                own.add(type);
                open.add(type);
            } else if (readsQueue && place.startsWith(SUPPORT) && isFunction(type)) {
                shared.add(type);
                open.add(type);
            }
        }
        assertThat(own)
                .as("the classes of %s; build it first: ./trainyard mvn -pl services/%s -am compile", service, service)
                .isNotEmpty();
        while (!open.isEmpty()) {
            for (JavaClass reached : reached(open.pop())) {
                if (!own.contains(reached) && shared.add(reached)) {
                    open.add(reached);
                }
            }
        }
    }

    /** The compiled classes of a service, which must have been built before. */
    static ServiceClasses of(ServiceDescription service) {
        return new ServiceClasses(service.name(), service.queue().isPresent());
    }

    /** What of the AWS SDK they call, as {@code sagemaker.CreateTrainingJob}; own classes and shared ones apart. */
    SortedSet<String> operations() {
        return operations(own);
    }

    SortedSet<String> sharedOperations() {
        return operations(shared);
    }

    /** Those that can run in it. */
    Set<JavaClass> reachable() {
        return union(own.stream(), shared.stream());
    }

    /** Those that Quarkus looks through for what they register: its own, and all of each shared module that it reaches. */
    Set<JavaClass> searched() {
        Set<String> modules = shared.stream().map(ServiceClasses::module).collect(Collectors.toSet());
        return union(own.stream(), BUILT.stream().filter(type -> modules.contains(module(type))));
    }

    /** The names of the events whose facts they make. */
    SortedSet<String> factsMade() {
        return Stream.of(own, shared)
                .flatMap(Collection::stream)
                .flatMap(type -> Stream.concat(
                        type.getConstructorCallsFromSelf().stream()
                                .map(call -> call.getTargetOwner().getName()),
                        type.getConstructorReferencesFromSelf().stream()
                                .map(reference -> reference.getTargetOwner().getName())))
                .filter(FACTS::containsKey)
                .map(fact -> FACTS.get(fact).eventName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> operations(Set<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(
                        type.getMethodCallsFromSelf().stream()
                                .map(call -> SdkCall.of(call.getTargetOwner().getName(), call.getName())),
                        type.getMethodReferencesFromSelf().stream()
                                .map(call -> SdkCall.of(call.getTargetOwner().getName(), call.getName()))))
                .flatMap(Optional::stream)
                .map(SdkCall::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JavaClass> reached(JavaClass from) {
        var found = new ArrayList<JavaClass>();
        from.getDirectDependenciesFromSelf().forEach(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (BUILT.contain(target.getName()) && place(target).startsWith(SUPPORT)) {
                found.add(target);
            }
        });
        for (JavaClass asked : List.copyOf(found)) {
            BUILT.stream()
                    .filter(type -> place(type).startsWith(SUPPORT))
                    .filter(type -> produces(type, asked) || isBean(type) && type.isAssignableTo(asked.getName()))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean produces(JavaClass type, JavaClass asked) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getRawReturnType().equals(asked) && method.isAnnotatedWith(PRODUCES));
    }

    private static String place(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString()).orElse("");
    }

    private static String module(JavaClass type) {
        return place(type).split(CLASSES, 2)[0];
    }

    private static Set<JavaClass> union(Stream<JavaClass> some, Stream<JavaClass> others) {
        return Stream.concat(some, others)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(JavaClass::getName))));
    }

    private static boolean isFunction(JavaClass type) {
        return type.getRawInterfaces().stream().anyMatch(port -> port.getName().equals(FUNCTION));
    }

    private static boolean isBean(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith("jakarta.enterprise.context."));
    }

    /** Everything that is compiled below {@code services}, but what only tests use. */
    private static JavaClasses built() {
        try (Stream<Path> folders = Files.find(
                Checkout.ROOT.resolve("services"),
                4,
                (path, attributes) -> path.endsWith(Path.of("target", "classes")))) {
            return new ClassFileImporter()
                    .importPaths(folders.filter(folder -> !folder.toString().contains(FAKES))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
