package io.trainyard.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Asks programs on the PATH for their versions. */
final class Programs {

    private static final long PATIENCE_SECONDS = 10;
    private static final Pattern STYLE = Pattern.compile("\u001B\\[[;\\d]*m");

    private static final Predicate<String> NUMBERED =
            Pattern.compile("\\d+\\.\\d+").asPredicate();

    private final List<Path> path;

    Programs(Map<String, String> environment) {
        this.path = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /** The line that names its version, or where it is if it does not say; empty where there is no such program. */
    Optional<String> version(Tool tool) {
        return path.stream()
                .map(folder -> folder.resolve(tool.name()))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> output(List.of(program.toString(), tool.question()))
                        .flatMap(text -> text.lines().filter(NUMBERED).findFirst())
                        .map(String::strip)
                        .orElse(program.toString()));
    }

    /** All that a command prints, where it ends well and soon. */
    private static Optional<String> output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> text(process));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(text.join()) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String text(Process process) {
        try {
            return STYLE.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        } catch (IOException closed) {
            return "";
        }
    }
}
