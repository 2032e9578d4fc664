package io.trainyard.trainer.training;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.trainyard.trainer.contract.AtomicFile;
import io.trainyard.trainer.contract.ContainerFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The checkpoint as one file, so that it is there as a whole or not at all. */
final class CheckpointFile {

    private static final Gson GSON = new Gson();

    private final Path file;
    private final Report report;

    CheckpointFile(Path folder, Report report) {
        this.report = report;
        this.file = folder.resolve("checkpoint.zip");
    }

    void write(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "progress.json", GSON.toJson(checkpoint.progress()).getBytes(StandardCharsets.UTF_8));
            add(zip, "weights.safetensors", checkpoint.weights());
            add(zip, "memory.safetensors", checkpoint.memory());
            add(zip, "best.safetensors", checkpoint.bestWeights());
        }
        AtomicFile.write(file, bytes.toByteArray());
    }

    /**
     * The checkpoint of an earlier run, if there is one that can be read. One that cannot is reported and passed
     * over: starting again costs time, failing costs the run.
     *
     * @throws ContainerFailure if it belongs to other data or hyperparameters
     */
    Optional<Checkpoint> read(Map<String, String> fingerprint, String dataDigest) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<Checkpoint> read = parse(Files.readAllBytes(file));
        if (read.isEmpty()) {
            report.say("checkpoint unreadable, starting again: " + file);
            return read;
        }
        Checkpoint.Progress progress = read.get().progress();
        if (!progress.fingerprint().equals(fingerprint)) {
            throw new ContainerFailure(
                    "the checkpoint belongs to other hyperparameters (%s): use the same ones, or an empty checkpoint folder"
                            .formatted(difference(progress.fingerprint(), fingerprint)));
        }
        if (!progress.dataDigest().equals(dataDigest)) {
            throw new ContainerFailure(
                    "the checkpoint belongs to other data: use the same channels, or an empty checkpoint folder");
        }
        return read;
    }

    private static Optional<Checkpoint> parse(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            Map<String, byte[]> parts = new HashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            if (parts.size() < 4) {
                return Optional.empty();
            }
            String progress = new String(parts.getOrDefault("progress.json", new byte[0]), StandardCharsets.UTF_8);
            return Optional.ofNullable(GSON.fromJson(progress, Checkpoint.Progress.class))
                    .map(state -> new Checkpoint(
                            state,
                            parts.getOrDefault("weights.safetensors", new byte[0]),
                            parts.getOrDefault("memory.safetensors", new byte[0]),
                            parts.getOrDefault("best.safetensors", new byte[0])));
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String difference(Map<String, String> then, Map<String, String> now) {
        Map<String, String> all = new HashMap<>(now);
        then.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .sorted()
                .filter(name -> !then.getOrDefault(name, "unset").equals(now.getOrDefault(name, "unset")))
                .map(name -> "'%s' was %s and is %s"
                        .formatted(name, then.getOrDefault(name, "unset"), now.getOrDefault(name, "unset")))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
