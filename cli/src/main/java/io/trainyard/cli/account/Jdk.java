package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.Runtime.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The Java that runs the account: the one that this process runs on. A native executable runs on none; then it is the one that {@code
 * JAVA_HOME} names, else the one that the {@code PATH} leads to.
 *
 * @param home its folder
 * @param version of it
 */
public record Jdk(Path home, Version version) {

    /** What everything is compiled for. */
    public static final int OLDEST = 21;

    private static final String FIX =
            "install a JDK of version %d or newer and set JAVA_HOME to its folder".formatted(OLDEST);

    /** The one that is there and new enough. */
    public static Optional<Jdk> find(Map<String, String> environment) {
        return find(own(), environment);
    }

    /** The one that is there and new enough, or the end of the command. */
    static Jdk require(Map<String, String> environment) {
        return require(own(), environment);
    }

    static Jdk require(Optional<Jdk> own, Map<String, String> environment) {
        return find(own, environment)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "the account runs on Java, and neither JAVA_HOME nor the PATH leads to one that is new enough; "
                                + FIX));
    }

    static Optional<Jdk> find(Optional<Jdk> own, Map<String, String> environment) {
        Supplier<Stream<Jdk>> others = () -> Stream.concat(named(environment), onPath(environment))
                .flatMap(home -> in(home).stream())
                .filter(jdk -> jdk.version.feature() >= OLDEST);
        return own.or(() -> others.get().findFirst());
    }

    /** How to get one. */
    public static String fix() {
        return FIX;
    }

    /** The program that runs classes. */
    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** Whether it can build, too. */
    public boolean compiles() {
        return Files.exists(home.resolve("bin").resolve("javac"));
    }

    private static Optional<Jdk> own() {
        return Optional.ofNullable(System.getProperty("java.home"))
                .map(home -> new Jdk(Path.of(home), Runtime.version()));
    }

    private static Stream<Path> named(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("JAVA_HOME", ""))
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    /** A link on the PATH leads to the program in its folder. */
    private static Stream<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "java"))
                .filter(Files::isExecutable)
                .flatMap(program -> homeOf(program).stream());
    }

    private static Optional<Path> homeOf(Path program) {
        try {
            return Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Every Java since 9 says its version in a file. */
    private static Optional<Jdk> in(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try (Reader text = Files.newBufferedReader(release)) {
            var properties = new Properties();
            properties.load(text);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(new Jdk(home, Version.parse(version)));
        } catch (IOException | IllegalArgumentException older) {
            return Optional.empty();
        }
    }
}
