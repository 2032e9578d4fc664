package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps a job's checkpoint folder and its S3 prefix alike: restored before the container starts, copied to S3 while it runs.
 *
 * <p>As on SageMaker, files are only added and replaced in S3, never deleted there. Without a CheckpointConfig it does nothing.
 */
final class Checkpoints {

    private final Objects objects;
    private final JsonNode config;
    private final Path folder;
    private final Map<Path, String> copied = new HashMap<>();

    Checkpoints(Objects objects, JsonNode config, TrainingFolder folder) {
        this.objects = objects;
        this.config = config;
        this.folder = folder.checkpoints(config);
    }

    void restore() throws IOException {
        if (config.isMissingNode()) {
            return;
        }
        Files.createDirectories(folder);
        S3Location prefix = root();
        for (S3Location object : objects.list(prefix)) {
            Path target = folder.resolve(object.key().substring(prefix.key().length()))
                    .normalize();
            if (target.startsWith(folder) && !object.key().endsWith("/")) {
                Files.createDirectories(target.getParent());
                try (InputStream content = objects.open(object)) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
                copied.put(target, version(target));
            }
        }
    }

    /** Copies what has changed since the last call. A file that the container replaces meanwhile is taken the next time. */
    void sync() throws IOException {
        if (config.isMissingNode() || !Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files()) {
            try {
                String version = version(file);
                if (!version.equals(copied.get(file))) {
                    objects.put(root().below(folder.relativize(file).toString().replace('\\', '/')), file);
                    copied.put(file, version);
                }
            } catch (NoSuchFileException replaced) {
                copied.remove(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException changedMeanwhile) {
            return List.of();
        }
    }

    private S3Location root() {
        S3Location location = S3Location.of(config.path("S3Uri").asText());
        return location.key().isEmpty() || location.key().endsWith("/") ? location : location.below("");
    }

    private static String version(Path file) throws IOException {
        return Files.size(file) + "@" + Files.getLastModifiedTime(file);
    }
}
