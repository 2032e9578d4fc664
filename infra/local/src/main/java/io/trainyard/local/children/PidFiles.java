package io.trainyard.local.children;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which processes are ours, kept on disk so that a killed account's children are found again.
 *
 * <p>The child itself writes its pid before it becomes the command ({@link Leash}), so there is no moment in which it runs and no file
 * names it. It does so first thing: the file's time is a moment later than the start of the process that wrote it. A process that began
 * later than the file, or long before it (the folder was copied from another machine), is somebody else's, whatever its number.
 *
 * @param folder of the files; created with the first
 */
public record PidFiles(Path folder) {

    /** Clocks of files and processes differ by up to a tick, and the start of a process is known to a second on some systems. */
    private static final Duration CLOCK_SLACK = Duration.ofMillis(1500);

    /** A busy machine may let a new shell wait this long. */
    private static final Duration LONGEST_FIRST_STEP = Duration.ofSeconds(60);

    private static final Duration LONGEST_DEATH = Duration.ofSeconds(2);

    /** A file for the pid of a process to come. */
    public Path reserve(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(name + ".pid");
    }

    /** Drops the file of a process that has ended. */
    public void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills every process that is still the one that a file names, with its descendants, and drops the files. */
    public void endAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".pid")).toList();
            List<CompletableFuture<ProcessHandle>> gone = all.stream()
                    .flatMap(file -> owner(file).stream())
                    .map(PidFiles::kill)
                    .toList();
            // A process that is to be replaced must have let go of its files first.
            gone.forEach(CompletableFuture::join);
            all.forEach(this::forget);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a process and what it started. */
    public static void killTree(ProcessHandle process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** Completes when the process is gone; one that nobody reaps is not waited for long. */
    private static CompletableFuture<ProcessHandle> kill(ProcessHandle process) {
        CompletableFuture<ProcessHandle> gone = process.onExit();
        killTree(process);
        return gone.completeOnTimeout(process, LONGEST_DEATH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Optional<ProcessHandle> owner(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(pid).filter(process -> wrote(process, written));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean wrote(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .filter(start -> start.isBefore(written.plus(CLOCK_SLACK)))
                .filter(start -> start.isAfter(written.minus(LONGEST_FIRST_STEP)))
                .isPresent();
    }
}
