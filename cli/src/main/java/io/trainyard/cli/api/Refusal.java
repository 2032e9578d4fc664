package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Problem;
import io.trainyard.cli.output.Json;

/** An answer that says no, as the end of a command. */
public final class Refusal {

    private Refusal() {}

    /** The failure that an answer above 299 stands for, with every violation that it lists. */
    public static CommandFailure of(Answer answer) {
        JsonNode body = Json.tryRead(answer.body()).orElseGet(Json::object);
        return new CommandFailure(code(answer.status()), message(answer, body), Problem.all(body.path("violations")));
    }

    private static ExitCode code(int status) {
        return switch (status) {
            case 400, 413, 415 -> ExitCode.BAD_INPUT;
            case 500, 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> ExitCode.REFUSED;
        };
    }

    private static String message(Answer answer, JsonNode body) {
        return Json.text(body, "message")
                .orElseGet(() -> answer.body().isBlank()
                        ? "the API answered " + answer.status() + " without a word"
                        : "the API answered %d: %s"
                                .formatted(answer.status(), answer.body().strip()));
    }
}
