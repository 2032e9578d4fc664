package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies a job's input channels from the object store, as File mode does before the container starts. */
final class Channels {

    private final Objects objects;

    Channels(Objects objects) {
        this.objects = objects;
    }

    /** @throws IOException whose message follows {@code Data download failed:} */
    void download(JsonNode inputs, TrainingFolder folder) throws IOException {
        for (JsonNode channel : inputs) {
            S3Location source = S3Location.of(uri(channel));
            List<S3Location> found = objects.list(source);
            if (found.isEmpty()) {
                throw new FileNotFoundException("NoSuchKey (404): no object under " + source);
            }
            Path target = Files.createDirectories(
                    folder.channel(channel.path("ChannelName").asText()));
            for (S3Location object : found) {
                if (!object.key().endsWith("/")) {
                    copy(object, target, below(source.key(), object.key()));
                }
            }
        }
    }

    static String uri(JsonNode channel) {
        return channel.at("/DataSource/S3DataSource/S3Uri").asText();
    }

    private void copy(S3Location object, Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("key " + object.key() + " would land outside its channel");
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = objects.open(object)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The part of the key that stays below the prefix: a whole key keeps its last part, a cut word is kept whole. */
    static String below(String prefix, String key) {
        boolean endsAtAFolder = prefix.isEmpty() || prefix.endsWith("/");
        if (endsAtAFolder && !key.equals(prefix)) {
            return key.substring(prefix.length());
        }
        if (key.startsWith(prefix + "/")) {
            return key.substring(prefix.length() + 1);
        }
        return key.substring(prefix.lastIndexOf('/') + 1);
    }
}
