package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a token for whoever calls the local account's HTTP API. */
@Command(name = "token", description = "A token for the HTTP API on this machine, valid for at least 20 minutes.")
public final class TokenCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "all",
            description = "submit, infer, operate, or all of them (default: ${DEFAULT-VALUE})")
    String role;

    public TokenCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        String token = trainyard
                .account()
                .token(role)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.BAD_INPUT, "there is no role " + role + "; the roles are submit, infer and operate"));
        Printer printer = trainyard.printer();
        printer.line(token);
        printer.document(Json.object().put("role", role).put("token", token));
        return ExitCode.OK.status();
    }
}
