package io.trainyard.local.lambda;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class data archives of functions, with which a process starts in half the processor time.
 *
 * <p>They are kept where their folder exists, and only there: the first process of each package that ends in peace writes its
 * archive then, which takes seconds. Worth it where functions are started again and again, as in a chaos run.
 */
final class ClassArchives {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Duration WRITING = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(ClassArchives.class.getName());
    private static final String WRITE = "-XX:ArchiveClassesAtExit=";
    private static final String UNFINISHED = ".unfinished";
    /** 128 and SIGTERM. */
    private static final int TERMINATED = 143;

    private final Path folder;
    private final Set<Path> writing = ConcurrentHashMap.newKeySet();

    ClassArchives(Path folder) {
        this.folder = folder;
    }

    /** The flags of the next process of the package: use its archive, write it, or neither. */
    List<String> flags(FunctionPackage unpacked, String function) {
        if (unpacked.isNative() || !Files.isDirectory(folder)) {
            return List.of();
        }
        var archive = folder.resolve(function + "-" + unpacked.folder().getFileName() + "-"
                + Runtime.version().feature() + ".jsa");
        if (Files.exists(archive)) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        }
        return writing.add(archive) ? List.of(WRITE + unfinished(archive), "-Xlog:disable") : List.of();
    }

    /** To be told when a process with these flags has ended: an archive is used only once it is whole. */
    void ended(List<String> flags, int status) {
        flags.stream().filter(flag -> flag.startsWith(WRITE)).findFirst().ifPresent(flag -> {
            var unfinished = Path.of(flag.substring(WRITE.length()));
            var name = unfinished.getFileName().toString();
            try {
                if (status == 0 || status == TERMINATED) {
                    Files.move(
                            unfinished,
                            unfinished.resolveSibling(name.substring(0, name.length() - UNFINISHED.length())),
                            StandardCopyOption.ATOMIC_MOVE);
                } else {
                    Files.deleteIfExists(unfinished);
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no archive of classes", e);
            }
        });
    }

    private static Path unfinished(Path archive) {
        return archive.resolveSibling(archive.getFileName() + UNFINISHED);
    }

    /** How long a process may take to end when it is asked to. */
    static Duration patience(List<String> flags) {
        return flags.stream().anyMatch(flag -> flag.startsWith(WRITE)) ? WRITING : LAST_WORDS;
    }
}
