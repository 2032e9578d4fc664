package io.trainyard.local.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The account's folder, held by one account at a time.
 *
 * <p>{@code version} names the layout, {@code account.json} is there while an account is ready and tells how to reach
 * it, {@code logs/} holds one file per function, {@code tmp/} is emptied at each start, and each part keeps its state in a
 * folder or file of its own.
 */
public final class Home implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens or creates the folder, takes its lock and brings an older layout to this version's.
     *
     * @throws IllegalStateException if another account holds it, a newer version wrote it, or it is not an account's at all
     */
    public static Home open(Path folder) {
        try {
            var root = folder.toAbsolutePath().normalize();
            Files.createDirectories(root.resolve("logs"));
            var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new IllegalStateException(
                        "another account runs in " + root + "; stop it, or choose another folder with --home");
            }
            Layout.bringUpToDate(root);
            Folders.empty(root.resolve("tmp"));
            Files.deleteIfExists(root.resolve("account.json"));
            return new Home(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + folder, e);
        }
    }

    /** The account that runs in a folder now, for those who only want to reach it. */
    public static Optional<AccountFile> running(Path folder) {
        var file = folder.resolve("account.json");
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), AccountFile.class));
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** A file of this folder; its parent exists. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A folder of this folder, created if need be. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder.resolve(name), e);
        }
    }

    /** Tells the world that the account is ready; the file appears whole or not at all. */
    public void announce(AccountFile account) {
        try {
            var draft = folder.resolve("account.json.new");
            Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(account));
            Files.move(
                    draft,
                    folder.resolve("account.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write account.json in " + folder, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("account.json"));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave the folder " + folder, e);
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
