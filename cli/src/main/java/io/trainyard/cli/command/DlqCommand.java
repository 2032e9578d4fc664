package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.DeadLetters;
import io.trainyard.cli.job.MessageFile;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.watch.LetterReport;
import io.trainyard.cli.watch.ReplayWatch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dead-letter desk: causes, not messages. */
@Command(
        name = "dlq",
        description = {
            "What no service could handle, by cause; `dlq show`, `try`, `edit`, `replay`, `discard`, `audit` deal with it.",
            "A replay is a late delivery: one effect, however often."
        })
public final class DlqCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    public DlqCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        JsonNode answer = desk().causes();
        trainyard.printer().document(answer);
        report().causes(answer);
        return ExitCode.OK.status();
    }

    /** The same as no subcommand, for those who type it. */
    @Command(name = "list", description = "One line for each cause; with a FINGERPRINT its letters.")
    Integer list(
            @Parameters(paramLabel = "FINGERPRINT", arity = "0..1", description = "a cause, as `dlq` prints it")
                    String fingerprint) {
        if (fingerprint == null) {
            return call();
        }
        JsonNode answer = desk().ofCause(fingerprint);
        trainyard.printer().document(answer);
        report().letters(answer);
        return ExitCode.OK.status();
    }

    @Command(name = "show", description = "One letter: its message, its whole history, what it breaks of its schema.")
    Integer show(@Parameters(paramLabel = "LETTER", description = "the letter's id") String letter) {
        JsonNode answer = desk().letter(letter);
        trainyard.printer().document(answer);
        report().letter(answer);
        return ExitCode.OK.status();
    }

    @Command(name = "try", description = "What the service would do with the letter now, without doing it.")
    Integer dryRun(@Parameters(paramLabel = "LETTER", description = "the letter's id") String letter) {
        JsonNode answer = desk().dryRun(letter);
        trainyard.printer().document(answer);
        answer.path("decisions").forEach(one -> trainyard.printer().line(one.asText()));
        return ExitCode.OK.status();
    }

    @Command(
            name = "edit",
            description = "Put another message in the letter's place; it must be of the event's schema.")
    Integer edit(
            @Parameters(paramLabel = "LETTER", description = "the letter's id") String letter,
            @Option(names = "--file", paramLabel = "FILE", required = true, description = "the whole message, as JSON")
                    Path file) {
        return said(
                desk().edit(letter, MessageFile.read(trainyard.surroundings().resolve(file))));
    }

    @Command(name = "discard", description = "Give a release or a request up; its service fails the step.")
    Integer discard(
            @Parameters(paramLabel = "LETTER", description = "the letter's id") String letter,
            @Option(names = "--reason", paramLabel = "WHY", required = true, description = "kept in the audit")
                    String reason) {
        return said(desk().discard(letter, reason));
    }

    @Command(name = "replay", description = "Send letters back to their services, at a pace that they can bear.")
    Integer replay(
            @Parameters(
                            paramLabel = "LETTER|FINGERPRINT",
                            arity = "0..1",
                            description = "one letter (32 digits) or all of one cause (16 digits)")
                    String what,
            @Option(names = "--all", description = "everything that waits") boolean all,
            @Option(
                            names = "--per-second",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most so many (default: ${DEFAULT-VALUE})")
                    int pace,
            @Option(names = "--continue", paramLabel = "REPLAY", description = "follow a replay that was begun before")
                    String begun) {
        JsonNode replay = begun == null ? desk().replay(asked(what, all, pace)) : desk().resume(begun);
        JsonNode end = new ReplayWatch(desk(), trainyard.printer(), trainyard.surroundings()).follow(replay);
        trainyard.printer().document(end);
        trainyard
                .printer()
                .line("%s of %s replayed"
                        .formatted(end.path("done").asText(), end.path("total").asText()));
        return ExitCode.OK.status();
    }

    @Command(name = "audit", description = "Who did what at the desk, the newest first.")
    Integer audit() {
        JsonNode answer = desk().audit();
        trainyard.printer().document(answer);
        report().audit(answer);
        return ExitCode.OK.status();
    }

    private static ObjectNode asked(String what, boolean all, int pace) {
        ObjectNode asked = Json.object().put("perSecond", pace);
        if (all) {
            return asked.put("all", true);
        }
        if (what == null) {
            throw new io.trainyard.cli.CommandFailure(
                    ExitCode.BAD_INPUT,
                    "say what to replay: a letter, a fingerprint, or --all; ./trainyard dlq lists both");
        }
        return asked.put(what.length() == 16 ? "cause" : "letter", what);
    }

    private Integer said(JsonNode answer) {
        Printer printer = trainyard.printer();
        printer.document(answer);
        printer.line(Json.text(answer, "message").orElse(""));
        return ExitCode.OK.status();
    }

    private LetterReport report() {
        return new LetterReport(trainyard.printer());
    }

    private DeadLetters desk() {
        return new DeadLetters(trainyard.api());
    }
}
