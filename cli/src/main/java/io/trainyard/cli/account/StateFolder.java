package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of an account's state as something that can be thrown away. Only a folder that an account has marked as its own is. */
public record StateFolder(Path folder) {

    private static final String MARK = "version";
    private static final long MEGABYTE = 1L << 20;

    /** @throws CommandFailure where the folder is not empty and not an account's */
    public boolean exists() {
        if (!Files.isDirectory(folder) || isEmpty()) {
            return false;
        }
        if (!Files.isRegularFile(folder.resolve(MARK))) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    folder + " holds no account: it has no file called " + MARK + "; nothing was deleted");
        }
        return true;
    }

    /** How much it holds. */
    public long megabytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum()
                    / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all of it, the mark last: a deletion that was cut short can be repeated. */
    public void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && !file.equals(folder.resolve(MARK)))
                    .toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder.resolve(MARK));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "cannot delete all of " + folder + ": " + e);
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
