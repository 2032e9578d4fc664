package io.trainyard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong on standard error, as text or JSON, and turns it into an exit status. */
final class Failures implements IExecutionExceptionHandler {

    private final TrainyardCommand trainyard;

    Failures(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (isEnding()) {
            // Ctrl-C takes the account away from under the command: what fails then is no news.
            return ExitCode.INTERRUPTED.status();
        }
        if (e instanceof CommandFailure failure) {
            say(failure);
            return failure.code().status();
        }
        trainyard.surroundings().err().println("trainyard: a defect of the command line; please report this:");
        e.printStackTrace(trainyard.surroundings().err());
        return ExitCode.DEFECT.status();
    }

    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException shutdownInProgress) {
            return true;
        }
    }

    private void say(CommandFailure failure) {
        PrintWriter err = trainyard.surroundings().err();
        Printer printer = trainyard.printer();
        if (printer.isJson()) {
            err.println(Json.pretty(document(failure)));
            return;
        }
        err.println(printer.paint(Style.BAD, "error: ") + failure.getMessage());
        for (Problem problem : failure.problems()) {
            err.println("  %s  %s".formatted(printer.paint(Style.STRONG, problem.path()), problem.rule()));
            err.println("      " + problem.hint());
        }
    }

    private static ObjectNode document(CommandFailure failure) {
        ObjectNode document = Json.object();
        document.put("message", failure.getMessage());
        document.put("status", failure.code().status());
        ArrayNode violations = document.putArray("violations");
        failure.problems()
                .forEach(problem -> violations
                        .addObject()
                        .put("path", problem.path())
                        .put("rule", problem.rule())
                        .put("hint", problem.hint()));
        return document;
    }
}
