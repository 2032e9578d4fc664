package io.trainyard.local.containers;

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
 * <p>The child itself writes its pid before it becomes the image's command, so there is no moment in which it runs and no
 * file names it. The file's time is later than the start of the process that wrote it and earlier than the start of any
 * process that gets the same pid afterwards: a reused pid is never taken for ours.
 */
final class PidFiles {

    /** Clocks of files and processes differ by up to a tick, and the start of a process is known to a second on some systems. */
    private static final Duration CLOCK_SLACK = Duration.ofMillis(1500);

    /** Only words of the shell itself: a child of the shell could still write after the shell was killed. */
    private static final String WRITE_PID_THEN_BECOME_COMMAND = "echo $$ > \"$0\" && exec \"$@\"";

    private final Path folder;

    PidFiles(Path folder) {
        this.folder = folder;
    }

    /** A name for the pid file of a process to come. */
    Path reserve(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(name + ".pid");
    }

    /** The command line that leaves its pid in the file and then is the given command, under the same pid. */
    static List<String> recorded(Path file, List<String> command) {
        return Stream.concat(
                        Stream.of("/bin/sh", "-c", WRITE_PID_THEN_BECOME_COMMAND, file.toString()), command.stream())
                .toList();
    }

    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills every process that is still the one that a file names, with its descendants, and drops the files. */
    void endAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".pid")).forEach(file -> {
                owner(file).ifPresent(PidFiles::killAndWait);
                forget(file);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> owner(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(pid).filter(process -> startedBefore(process, written.plus(CLOCK_SLACK)));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedBefore(ProcessHandle process, Instant latest) {
        return process.info()
                .startInstant()
                .map(start -> start.isBefore(latest))
                .orElse(false);
    }

    static void killTree(ProcessHandle process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** A process that is to be replaced must have let go of its files first; one that nobody reaps is not waited for long. */
    private static void killAndWait(ProcessHandle process) {
        CompletableFuture<ProcessHandle> gone = process.onExit();
        killTree(process);
        gone.completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
    }
}
