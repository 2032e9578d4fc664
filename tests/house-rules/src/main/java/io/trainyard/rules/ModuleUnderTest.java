package io.trainyard.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Maven module whose test run this is, and the checkout it lies in.
 *
 * @param root the checkout: the nearest folder above that holds {@code services} and a {@code pom.xml}
 * @param dir the module's own folder
 */
public record ModuleUnderTest(Path root, Path dir) {

    /** The module that surefire runs in; surefire says where it is by the property {@code basedir}. */
    public static ModuleUnderTest here() {
        Path dir = Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
        Path root = dir;
        while (root.getParent() != null && !isCheckout(root)) {
            root = root.getParent();
        }
        return new ModuleUnderTest(root, dir);
    }

    /** The folder inside the checkout with forward slashes, for example {@code services/training}. */
    public String path() {
        return root.relativize(dir).toString().replace('\\', '/');
    }

    /** Whether this is one of the services, not their shared Java. */
    public boolean isService() {
        return path().startsWith("services/") && !isSupport();
    }

    /** Whether this is one of the shared modules below {@code services/support}. */
    public boolean isSupport() {
        return path().startsWith("services/support/");
    }

    /** Whether its classes are part of a native executable: a service's, or the command line. */
    public boolean runsNative() {
        return path().equals("events")
                || path().equals("cli")
                || (path().startsWith("services/") && !path().equals("services/support/fakes"));
    }

    /** Whether this module holds tests of other modules only. */
    public boolean isTests() {
        return path().startsWith("tests/");
    }

    /** The packages of all services of the checkout, one per folder, for example {@code io.trainyard.training}. */
    public Set<String> servicePackages() {
        try (Stream<Path> folders = Files.list(root.resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder ->
                            "io.trainyard." + folder.getFileName().toString().replace("-", ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code target/classes} holds; empty where the module has no classes of its own. */
    public JavaClasses classes() {
        return new ClassFileImporter().importPath(dir.resolve("target/classes"));
    }

    /** The files of {@code src/main/java}, parsed. */
    public List<SourceFile> mainSources() {
        return SourceFile.below(dir, "src/main/java");
    }

    /** The files of {@code src/test/java}, parsed. */
    public List<SourceFile> testSources() {
        return SourceFile.below(dir, "src/test/java");
    }

    private static boolean isCheckout(Path folder) {
        return Files.isDirectory(folder.resolve("services")) && Files.exists(folder.resolve("pom.xml"));
    }
}
