package io.trainyard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what is installed beside the account's own jar. */
final class Installed {

    private Installed() {}

    /** One class of each jar that a function's process needs. */
    private static final List<String> RUNTIME_CLIENT = List.of(
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

    /**
     * The jars of the Runtime Interface Client: {@code ric/} beside the jar, or beside the folder of its classes; else those on the
     * class path, where the account is used as a library.
     *
     * @return none where there is neither; then only native functions run
     */
    static List<Path> runtimeClient() {
        try {
            var folder = source(Installed.class).resolveSibling("ric");
            if (!Files.isDirectory(folder)) {
                return onTheClassPath();
            }
            try (var jars = Files.list(folder)) {
                return jars.filter(jar -> jar.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the Runtime Interface Client", e);
        }
    }

    private static List<Path> onTheClassPath() {
        var jars = new ArrayList<Path>();
        for (var name : RUNTIME_CLIENT) {
            try {
                jars.add(source(Class.forName(name, false, Installed.class.getClassLoader())));
            } catch (ClassNotFoundException absent) {
                return List.of();
            }
        }
        return List.copyOf(jars);
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
