package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.Answer;
import io.trainyard.cli.api.Models;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a model. */
@Command(name = "predict", description = "Ask a model: rows in, predictions out.")
public final class PredictCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(index = "0", paramLabel = "MODEL", description = "a job's id or name")
    String model = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ROWS",
            description = "feature values separated by commas, or a JSON document")
    @Nullable
    String rows;

    @Option(names = "--file", paramLabel = "FILE", description = "a CSV or JSON file with the rows")
    @Nullable
    Path file;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "default: application/json for JSON, else text/csv")
    @Nullable
    String contentType;

    public PredictCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        String body = body();
        String type =
                Optional.ofNullable(contentType).orElseGet(() -> looksLikeJson(body) ? "application/json" : "text/csv");
        Answer answer = new Models(trainyard.api()).predict(model, type, body);
        printer.line(answer.body().strip());
        printer.document(
                Json.tryRead(answer.body()).orElseGet(() -> Json.object().put("predictions", answer.body())));
        return ExitCode.OK.status();
    }

    private String body() {
        if ((rows == null) == (file == null)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "give the rows either as an argument or with --file");
        }
        if (rows != null) {
            return rows;
        }
        Path path = trainyard.surroundings().resolve(file);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--file: cannot read %s (%s)".formatted(path, e.getClass().getSimpleName()));
        }
    }

    private static boolean looksLikeJson(String body) {
        return body.stripLeading().startsWith("{") || body.stripLeading().startsWith("[");
    }
}
