package io.trainyard.local.sagemaker.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What SageMaker itself saw, in order: every call with the name it was about, every refusal, and what became of jobs and
 * endpoints. The verdict over a run is read from here and not from anybody's record.
 *
 * <p>A call is in the file before it has an effect, a refusal before it is answered. {@code {"at": ..., "call":
 * "CreateTrainingJob", "name": ...}}, {@code {"at": ..., "refusal": "CreateTrainingJob", "name": ..., "error":
 * "ResourceInUse"}} or {@code {"at": ..., "what": "launched", "type": "training-job", "name": ...}}.
 */
public final class CallLedger implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("TrainingJobName", "EndpointName", "ModelName", "EndpointConfigName", "ResourceArn");

    private final Path file;
    private final Clock clock;
    private final List<ObjectNode> entries = new ArrayList<>();
    /** What happened to which resource: the word, its type and its name. */
    private final Set<List<String>> told = new HashSet<>();

    private boolean closed;

    /** Opens the ledger and reads what an earlier account wrote; half a line at its end is a call that was never answered. */
    public CallLedger(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        if (Files.exists(file)) {
            var text = Files.readString(file);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (var line : whole.lines().toList()) {
                remember((ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** A call that is about to have its effect. */
    public void called(String operation, JsonNode input) {
        add(Json.object().put("call", operation).put("name", name(operation, input)));
    }

    /** The refusal of a call; one that was not even understood was never told as called. */
    public void refused(String operation, JsonNode input, String error) {
        add(Json.object()
                .put("refusal", operation)
                .put("name", name(operation, input))
                .put("error", error));
    }

    /**
     * Something that happened to a resource.
     *
     * @param what {@code created}, {@code launched} for a container, {@code deleted}, or a status that never changes again
     * @param type {@code training-job} or {@code endpoint}
     */
    public void happened(String what, String type, String name) {
        add(Json.object().put("what", what).put("type", type).put("name", name));
    }

    /** The same, unless it is told already: a kill may have come between what happened and its being told. */
    public synchronized void happenedOnce(String what, String type, String name) {
        if (!told.contains(List.of(what, type, name))) {
            happened(what, type, name);
        }
    }

    /** Everything, oldest first. */
    public synchronized ObjectNode json() {
        ObjectNode all = Json.object();
        all.putArray("entries").addAll(entries);
        return all;
    }

    /** Takes nothing more: what a closing account still finishes in the background, the next one finishes again and tells. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized void add(ObjectNode entry) {
        if (closed) {
            return;
        }
        entry.put("at", clock.instant().toString());
        try {
            Files.writeString(
                    file,
                    new String(Json.bytes(entry), StandardCharsets.UTF_8) + '\n',
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(entry);
    }

    private void remember(ObjectNode entry) {
        entries.add(entry);
        if (entry.has("what")) {
            told.add(Stream.of("what", "type", "name")
                    .map(field -> entry.path(field).asText())
                    .toList());
        }
    }

    /** An endpoint's calls name its configuration too, and a model's only the model: the operation's own resource counts. */
    private static String name(String operation, JsonNode input) {
        if (operation.endsWith("EndpointConfig")) {
            return input.path("EndpointConfigName").asText();
        }
        return NAMES.stream()
                .filter(input::hasNonNull)
                .findFirst()
                .map(field -> input.path(field).asText())
                .orElse("");
    }
}
