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
 * reads its queue. Where a class asks for a port, every bean that offers it counts as reached: the container puts it in.
 */
final class ServiceClasses {

    private static final Path SUPPORT = Checkout.ROOT.resolve("services/support");

    /** Tests only: no service has it among its classes. */
    private static final String FAKES = "fakes";

    private static final String FUNCTION = "com.amazonaws.services.lambda.runtime.RequestHandler";
    private static final Map<String, EventType> FACTS = Arrays.stream(EventType.values())
            .collect(Collectors.toMap(type -> type.fact().getName(), Function.identity()));

    private final Set<JavaClass> own = new TreeSet<>(Comparator.comparing(JavaClass::getName));
    private final Set<JavaClass> shared = new TreeSet<>(Comparator.comparing(JavaClass::getName));

    private ServiceClasses(JavaClasses classes, Path ownFolder, boolean readsQueue) {
        String home = ownFolder.toUri().toString();
        Deque<JavaClass> open = new ArrayDeque<>();
        if (readsQueue) {
            classes.stream().filter(ServiceClasses::isFunction).forEach(function -> {
                shared.add(function);
                open.add(function);
            });
        }
        for (JavaClass type : classes) {
            if (type.getSource().orElseThrow().getUri().toString().startsWith(home)) {
                own.add(type);
                open.add(type);
            }
        }
        while (!open.isEmpty()) {
            for (JavaClass reached : reached(open.pop(), classes)) {
                if (!own.contains(reached) && shared.add(reached)) {
                    open.add(reached);
                }
            }
        }
    }

    /** The compiled classes of a service, which must have been built before. */
    static ServiceClasses of(ServiceDescription service) {
        Path folder = Checkout.ROOT.resolve("services/" + service.name() + "/target/classes");
        assertThat(folder)
                .as(
                        "services/%s is not built; build it first: mvn -pl services/%s -am compile",
                        service.name(), service.name())
                .isDirectory();
        var folders = new ArrayList<>(supportFolders());
        folders.add(folder);
        return new ServiceClasses(
                new ClassFileImporter().importPaths(folders),
                folder,
                service.queue().isPresent());
    }

    /** What of the AWS SDK they call, as {@code sagemaker.CreateTrainingJob}; own classes and shared ones apart. */
    SortedSet<String> operations() {
        return operations(own);
    }

    SortedSet<String> sharedOperations() {
        return operations(shared);
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

    private static List<JavaClass> reached(JavaClass from, JavaClasses classes) {
        var found = new ArrayList<JavaClass>();
        from.getDirectDependenciesFromSelf().forEach(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (classes.contain(target.getName())) {
                found.add(classes.get(target.getName()));
            }
        });
        for (JavaClass port : List.copyOf(found)) {
            if (port.isInterface()) {
                classes.stream()
                        .filter(type ->
                                isBean(type) && type.getAllRawInterfaces().contains(port))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isFunction(JavaClass type) {
        return type.getRawInterfaces().stream().anyMatch(port -> port.getName().equals(FUNCTION));
    }

    private static boolean isBean(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith("jakarta.enterprise.context."));
    }

    private static List<Path> supportFolders() {
        try (Stream<Path> modules = Files.list(SUPPORT)) {
            return modules.filter(module -> !module.getFileName().toString().equals(FAKES))
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
