package io.trainyard.tests.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in the machine's temporary folder that could be ours: others use it too, so only what the account, its parts, its functions
 * and its containers are known to name so counts.
 *
 * @param before those that were there at the beginning
 */
record TemporaryFiles(Set<String> before) {

    private static final String OF_THE_SOAK = "trainyard-soak-";

    private static final Pattern OURS = Pattern.compile(
            "(trainyard|libaws-lambda|aws-lambda|unpacking|s3proxy|jclouds|elasticmq|vertx|quarkus|noop|sagemaker).*");

    static TemporaryFiles now() {
        return new TemporaryFiles(names());
    }

    /** What has come since, but for the soak's own homes, which this process removes itself. */
    List<String> added() {
        return names().stream()
                .filter(name -> !before.contains(name) && !name.startsWith(OF_THE_SOAK))
                .sorted()
                .toList();
    }

    private static Set<String> names() {
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> OURS.matcher(name).matches())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
