package io.trainyard.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A job request as it lies on disk: the same document as the API takes, except that a channel may name a file beside it.
 *
 * @param file absolute
 * @param request the document
 */
public record JobFile(Path file, ObjectNode request) {

    /** Reads a job file; one that is not a JSON object ends the command with line and column. */
    public static JobFile read(Path file) {
        try {
            if (Json.read(Files.readString(file)) instanceof ObjectNode request) {
                return new JobFile(file, request);
            }
            throw wrong("%s: a job is a JSON object; see examples/penguins/job.json".formatted(file));
        } catch (JsonProcessingException e) {
            throw wrong("%s, line %d, column %d: %s"
                    .formatted(
                            file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw wrong("cannot read the job file %s; is the path right?".formatted(file));
        }
    }

    /** Whether a channel names a file, so that something has to be uploaded. */
    public boolean namesFiles() {
        return channels(request).stream()
                .flatMap(channels -> channels.properties().stream())
                .anyMatch(JobFile::isFile);
    }

    /** The request with every channel that names a file replaced by the place that the file was uploaded to. */
    public ObjectNode uploaded(DataSets dataSets) {
        ObjectNode sent = request.deepCopy();
        for (ObjectNode channels : channels(sent)) {
            for (Map.Entry<String, JsonNode> channel : List.copyOf(channels.properties())) {
                if (isFile(channel)) {
                    channels.set(channel.getKey(), TextNode.valueOf(dataSets.upload(data(channel))));
                }
            }
        }
        return sent;
    }

    private static boolean isFile(Map.Entry<String, JsonNode> channel) {
        return channel.getValue().isTextual() && !channel.getValue().asText().startsWith("s3://");
    }

    private Path data(Map.Entry<String, JsonNode> channel) {
        Path data = file.resolveSibling(channel.getValue().asText()).normalize();
        if (!Files.isRegularFile(data)) {
            throw wrong("%s: channel '%s' names %s, which is not there; write a path beside the job file, or s3://..."
                    .formatted(file, channel.getKey(), data));
        }
        return data;
    }

    private static List<ObjectNode> channels(ObjectNode request) {
        List<ObjectNode> found = new ArrayList<>();
        if (request.at("/training/channels") instanceof ObjectNode channels) {
            found.add(channels);
        }
        for (JsonNode step : request.path("steps")) {
            if (step.at("/spec/channels") instanceof ObjectNode channels) {
                found.add(channels);
            }
        }
        return found;
    }

    private static CommandFailure wrong(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message);
    }
}
