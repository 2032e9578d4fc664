package io.trainyard.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.DeadLetters;
import io.trainyard.cli.output.Printer;
import java.time.Duration;

/** Follows a replay to its end. Ctrl-C ends the watching, not the replay. */
public final class ReplayWatch {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final DeadLetters desk;
    private final Printer printer;
    private final Surroundings surroundings;

    public ReplayWatch(DeadLetters desk, Printer printer, Surroundings surroundings) {
        this.desk = desk;
        this.printer = printer;
        this.surroundings = surroundings;
    }

    /** The replay as it is at its end. */
    public JsonNode follow(JsonNode begun) {
        String id = begun.path("id").asText();
        if (!over(begun)) {
            printer.progress("replay %s of %s; it goes on without this command: dlq replay --continue %s"
                    .formatted(begun.path("what").asText(), begun.path("total").asText(), id));
        }
        JsonNode now = begun;
        String said = "";
        while (!over(now)) {
            String line = "%s of %s"
                    .formatted(now.path("done").asText(), now.path("total").asText());
            if (!line.equals(said)) {
                printer.progress(line);
                said = line;
            }
            surroundings.pauseFor(GLANCE);
            now = desk.progress(id);
        }
        return now;
    }

    private static boolean over(JsonNode replay) {
        return replay.path("state").asText().equals("DONE");
    }
}
