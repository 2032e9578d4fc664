package io.trainyard.cli.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The account's classes as the build archived them, by which it starts in a quarter of the processor time. */
final class ClassArchive {

    private ClassArchive() {}

    /** Whether there is one for this Java, made of the jars in this very folder: in a checkout that was moved, classes forget their jars. */
    static boolean isOf(Path built, int java) {
        Path folder = built.resolve("account-" + java + ".folder");
        try {
            return Files.exists(archive(built, java))
                    && Files.exists(folder)
                    && Files.readString(folder).strip().equals(built.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** A jar that is newer than the archive only makes the start slow again: nobody has to hear of it. */
    static List<String> flags(Path built, int java) {
        return List.of("-XX:SharedArchiveFile=" + archive(built, java), "-Xshare:auto", "-Xlog:disable");
    }

    private static Path archive(Path built, int java) {
        return built.resolve("account-" + java + ".jsa");
    }
}
