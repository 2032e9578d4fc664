package io.trainyard.local.sagemaker.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;

/**
 * How often each operation was called and how often it was refused, kept across restarts: the witness of the chaos runs.
 *
 * <p>Counts of the control plane are on disk before the call is answered. Invocations are counted too, but written only with
 * the next control-plane call.
 */
public final class Calls {

    private final Path file;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final TreeMap<String, Long> refusals = new TreeMap<>();

    public Calls(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            JsonNode kept = Json.read(Files.readAllBytes(file));
            kept.path("calls")
                    .properties()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
            kept.path("refused")
                    .properties()
                    .forEach(e -> refusals.put(e.getKey(), e.getValue().asLong()));
        }
    }

    public synchronized void invoked() {
        counts.merge("InvokeEndpoint", 1L, Long::sum);
    }

    public synchronized void called(String operation) {
        counts.merge(operation, 1L, Long::sum);
        write();
    }

    public synchronized void refused(String operation, String error) {
        refusals.merge(operation + ":" + error, 1L, Long::sum);
        write();
    }

    /** How often the operation was called, refused calls included. */
    public synchronized long of(String operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /** {@code {"calls": {"CreateTrainingJob": 2}, "refused": {"CreateTrainingJob:ResourceInUse": 1}}} */
    public synchronized ObjectNode json() {
        ObjectNode all = Json.object();
        ObjectNode calls = all.putObject("calls");
        counts.forEach(calls::put);
        ObjectNode refused = all.putObject("refused");
        refusals.forEach(refused::put);
        return all;
    }

    private void write() {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.write(unfinished, Json.bytes(json()));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
