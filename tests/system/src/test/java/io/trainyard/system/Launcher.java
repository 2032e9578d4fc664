package io.trainyard.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls {@code ./trainyard}, and other commands, as people do: as processes. */
final class Launcher {

    /** The checkout that these tests lie in. */
    static final Path ROOT = root();

    private static final long PATIENCE_SECONDS = 180;

    private Launcher() {}

    /** What a command left. */
    record Ended(int status, String out, String err) {

        JsonNode json() {
            return Json.read(out);
        }

        /** Itself, where it went well. */
        Ended well() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + "\n" + out + err);
            }
            return this;
        }
    }

    /** {@code ./trainyard} with a home of its own. */
    static Ended trainyard(Path home, String... arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("trainyard").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        return run(command, Map.of());
    }

    /** Any command; its input is empty. */
    static Ended run(List<String> command, Map<String, String> environment) {
        try {
            var out = Files.createTempFile("trainyard-out", "");
            var err = Files.createTempFile("trainyard-err", "");
            try {
                return run(command, environment, out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Ended run(List<String> command, Map<String, String> environment, Path out, Path err)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        // Everything is built before these tests run, and the launcher must not wait for the build that runs them.
        builder.environment().put("TRAINYARD_VERIFYING", "1");
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    command + " did not end; it said " + Files.readString(out) + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("trainyard")))
                .findFirst()
                .orElseThrow();
    }
}
