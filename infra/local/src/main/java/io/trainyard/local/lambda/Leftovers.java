package io.trainyard.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes the processes that run, so that those a killed account left can be ended. Most end by themselves, because their
 * Runtime API is gone; one that hangs in its own code would not.
 */
record Leftovers(Path folder) {

    void note(ProcessHandle process) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(Long.toString(process.pid())), start(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a function's process", e);
        }
    }

    void forget(long pid) {
        try {
            Files.deleteIfExists(folder.resolve(Long.toString(pid)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget a function's process", e);
        }
    }

    /** Kills every noted process that is still the one that was noted, and not another under its number. */
    void endAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var notes = Files.list(folder)) {
            for (var note : notes.toList()) {
                var pid = Long.parseLong(note.getFileName().toString());
                var started = Files.readString(note);
                ProcessHandle.of(pid)
                        .filter(process -> !started.isEmpty() && start(process).equals(started))
                        .ifPresent(ProcessHandle::destroyForcibly);
                Files.delete(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end the functions of the last run", e);
        }
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }
}
