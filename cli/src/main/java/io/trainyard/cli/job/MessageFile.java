package io.trainyard.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a message of a service, as JSON. */
public final class MessageFile {

    private MessageFile() {}

    /** Reads it; a file that is not there or no JSON ends the command, naming file, line and column. */
    public static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    file + " is not JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "cannot read " + file + "; name a file with the whole message");
        }
    }
}
