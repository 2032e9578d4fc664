package io.trainyard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Everything a command takes from the machine, so that tests can bring their own.
 *
 * @param out where results go
 * @param err where progress and errors go
 * @param environment the environment variables
 * @param terminal whether a person looks at {@code err}
 * @param directory where the command was called from; relative paths start here
 * @param clock the time
 * @param pause waits between two looks at something that is under way
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean terminal,
        Path directory,
        Clock clock,
        Pause pause) {

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** This process's own. */
    public static Surroundings ofThisProcess() {
        Map<String, String> environment = System.getenv();
        Path directory =
                Path.of(environment.getOrDefault("TRAINYARD_CALLED_FROM", "")).toAbsolutePath();
        boolean terminal = environment.containsKey("TRAINYARD_TERMINAL");
        return new Surroundings(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                environment,
                terminal,
                directory,
                Clock.systemUTC(),
                duration -> Thread.sleep(duration.toMillis()));
    }

    /** The checkout that holds services, examples and what was built; the launcher says where. */
    public Path root() {
        return Path.of(environment.getOrDefault("TRAINYARD_ROOT", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** A path as the caller wrote it. */
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /** Waits; an interrupt ends the command. */
    public void pauseFor(Duration duration) {
        try {
            pause.of(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
        }
    }
}
