package io.trainyard.local.sagemaker.hosting;

import io.trainyard.local.containers.Archive;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Puts a model's data where its container expects it: an archive unpacked, a prefix copied as it is. */
final class ModelData {

    private final Objects objects;

    ModelData(Objects objects) {
        this.objects = objects;
    }

    /** @param data an S3 location; empty text for a model whose image holds everything */
    void place(String data, Path folder) throws IOException {
        Files.createDirectories(folder);
        if (data.isEmpty()) {
            return;
        }
        S3Location location = S3Location.of(data);
        if (data.endsWith(".tar.gz")) {
            try (InputStream archive = objects.open(location)) {
                Archive.unpack(archive, folder);
            }
        } else {
            copy(location, folder);
        }
    }

    private void copy(S3Location prefix, Path folder) throws IOException {
        List<S3Location> found = objects.list(prefix);
        if (found.isEmpty()) {
            throw new NoSuchFileException(prefix.toString());
        }
        int cut = prefix.key().lastIndexOf('/') + 1;
        for (S3Location object : found) {
            Path target = folder.resolve(object.key().substring(cut)).normalize();
            if (target.startsWith(folder) && !object.key().endsWith("/")) {
                Files.createDirectories(target.getParent());
                try (InputStream content = objects.open(object)) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
