package io.trainyard.local.sagemaker.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** An object store whose objects lie in a folder as {@code bucket/key}. */
public final class FolderObjects implements Objects {

    private static final String UNFINISHED = ".unfinished-";

    private final Path root;

    public FolderObjects(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public List<S3Location> list(S3Location prefix) throws IOException {
        Path bucket = root.resolve(prefix.bucket());
        Path start = bucket.resolve(prefix.key().substring(0, prefix.key().lastIndexOf('/') + 1))
                .normalize();
        if (!start.startsWith(bucket) || !Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix.key()) && !key.contains(UNFINISHED))
                    .sorted()
                    .map(key -> new S3Location(prefix.bucket(), key))
                    .toList();
        }
    }

    @Override
    public InputStream open(S3Location object) throws IOException {
        Path file = file(object);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(object.toString());
        }
        return Files.newInputStream(file);
    }

    @Override
    public void put(S3Location object, Path content) throws IOException {
        Path file = file(object);
        Files.createDirectories(file.getParent());
        // One name per object: what a killed account left unfinished is written over when the upload is done again.
        Path unfinished = file.resolveSibling(UNFINISHED + file.getFileName());
        Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(S3Location object) throws IOException {
        Path bucket = root.resolve(object.bucket());
        Path file = bucket.resolve(object.key()).normalize();
        if (object.key().isEmpty() || !file.startsWith(bucket) || file.equals(bucket)) {
            throw new NoSuchFileException(object.toString());
        }
        return file;
    }
}
