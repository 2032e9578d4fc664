package io.trainyard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds what is installed beside the account's own jar. */
final class Installed {

    private Installed() {}

    /**
     * The jars of the Runtime Interface Client: {@code ric/} beside the jar, or beside the folder of its classes.
     *
     * @return none where there is no such folder; then only native functions run
     */
    static List<Path> runtimeClient() {
        try {
            var own = Path.of(Installed.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = own.resolveSibling("ric");
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (var jars = Files.list(folder)) {
                return jars.filter(jar -> jar.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the Runtime Interface Client", e);
        }
    }
}
