package io.trainyard.tests.mortal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The services as they are, with shorter queues' and functions' times: a run of minutes cannot wait for a visibility timeout
 * of three. More receives than on AWS, because functions are killed far more often than there.
 */
public final class ServicesFolder {

    /** Seconds, in the order that the protocol asks for: a function's time, the lease, the visibility of a message. */
    public static final int FUNCTION_TIMEOUT = 15;

    public static final int LEASE = 18;
    public static final int VISIBILITY = 24;
    public static final int RECEIVES = 60;

    private ServicesFolder() {}

    /** Writes the folder; function packages are the checkout's own. */
    static Path write(Path services, Path folder) throws IOException {
        for (Path service : list(services)) {
            Path target =
                    Files.createDirectories(folder.resolve(service.getFileName().toString()));
            Files.writeString(
                    target.resolve("service.yaml"), hastened(Files.readString(service.resolve("service.yaml"))));
            Path archive = service.resolve("target/function.zip");
            if (Files.exists(archive)) {
                Files.createSymbolicLink(target.resolve("function.zip"), archive);
            }
        }
        return folder;
    }

    static String hastened(String yaml) {
        return yaml.replaceAll("visibility: \\d+", "visibility: " + VISIBILITY)
                .replaceAll("max-receives: \\d+", "max-receives: " + RECEIVES)
                .replaceAll("(function: \\{.*timeout: )\\d+", "$1" + FUNCTION_TIMEOUT);
    }

    private static List<Path> list(Path services) throws IOException {
        try (Stream<Path> all = Files.list(services)) {
            return all.filter(folder -> Files.exists(folder.resolve("service.yaml")))
                    .toList();
        }
    }
}
