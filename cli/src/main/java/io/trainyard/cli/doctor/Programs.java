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
import java.util.regex.Pattern;

/** Asks programs on the PATH for their versions. */
final class Programs {

    private static final long PATIENCE_SECONDS = 10;
    private static final Pattern STYLE = Pattern.compile("\u001B\\[[;\\d]*m");

    private final List<Path> path;

    Programs(Map<String, String> environment) {
        this.path = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /** The first line that it prints; empty where there is no such program or it does not work. */
    Optional<String> version(Tool tool) {
        return path.stream()
                .map(folder -> folder.resolve(tool.name()))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(program -> firstLine(List.of(program.toString(), tool.question())));
    }

    /** What a command prints first, where it ends well and soon. */
    static Optional<String> firstLine(List<String> command) {
        return output(command).flatMap(text -> text.lines().findFirst()).map(String::strip);
    }

    /** All that a command prints, where it ends well and soon. */
    static Optional<String> output(List<String> command) {
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
