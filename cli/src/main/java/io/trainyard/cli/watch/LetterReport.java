package io.trainyard.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What people read of the dead-letter desk. */
public final class LetterReport {

    private static final int CAUSE_LENGTH = 60;

    private final Printer printer;

    public LetterReport(Printer printer) {
        this.printer = printer;
    }

    /** One line for each cause. */
    public void causes(JsonNode answer) {
        List<List<String>> rows = heading("LETTERS", "CAUSE", "SERVICE", "EVENT", "WHY", "FIRST", "LAST", "SAMPLE");
        for (JsonNode count : answer.path("causes")) {
            JsonNode cause = count.path("cause");
            rows.add(List.of(
                    text(count, "open"),
                    text(count, "fingerprint"),
                    text(cause, "service"),
                    text(cause, "event"),
                    shortened(why(cause)),
                    text(count, "firstSeen"),
                    text(count, "lastSeen"),
                    text(count, "sample")));
        }
        printer.table(rows.size() > 1 ? rows : List.of(List.of("nothing waits")));
    }

    private static String why(JsonNode cause) {
        String message = text(cause, "message");
        return text(cause, "failureClass") + (message.isEmpty() ? "" : ": " + message);
    }

    /** The open letters of one cause. */
    public void letters(JsonNode answer) {
        List<List<String>> rows = heading("LETTER", "JOB", "PARKED AT", "TIMES", "WHY");
        for (JsonNode letter : answer.path("letters")) {
            rows.add(List.of(
                    text(letter, "id"),
                    text(letter, "jobId"),
                    text(letter, "parkedAt"),
                    text(letter, "parkings"),
                    shortened(text(letter, "cause"))));
        }
        printer.table(rows.size() > 1 ? rows : List.of(List.of("no letter of this cause waits")));
    }

    /** One letter, whole. */
    public void letter(JsonNode letter) {
        for (String field :
                List.of("id", "state", "service", "event", "jobId", "cause", "fingerprint", "broken", "schema")) {
            Json.text(letter, field).ifPresent(value -> printer.line("%-12s %s".formatted(field, value)));
        }
        printer.line("history");
        for (JsonNode entry : letter.path("history")) {
            printer.line("  %s  %-9s by %s: %s"
                    .formatted(text(entry, "at"), text(entry, "what"), text(entry, "by"), text(entry, "note")));
        }
        printer.line("message");
        printer.line(Json.tryRead(text(letter, "body")).map(Json::pretty).orElse(text(letter, "body")));
    }

    /** Who did what. */
    public void audit(JsonNode answer) {
        List<List<String>> rows = heading("AT", "WHO", "WHAT", "WHICH", "OUTCOME");
        for (JsonNode deed : answer.path("deeds")) {
            rows.add(List.of(
                    text(deed, "at"),
                    text(deed, "by"),
                    text(deed, "what"),
                    text(deed, "subject"),
                    text(deed, "outcome")));
        }
        printer.table(rows.size() > 1 ? rows : List.of(List.of("nobody has done anything here")));
    }

    private static List<List<String>> heading(String... names) {
        var rows = new ArrayList<List<String>>();
        rows.add(Arrays.asList(names));
        return rows;
    }

    private static String text(JsonNode node, String field) {
        return Json.text(node, field).orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= CAUSE_LENGTH ? text : text.substring(0, CAUSE_LENGTH - 3) + "...";
    }
}
