package io.trainyard.cli.command;

import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.account.Shutdown;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the local account. Its state stays on disk. */
@Command(name = "down", description = "Stop the account; what it holds stays on disk for the next `up`.")
public final class DownCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    public DownCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        Optional<RunningAccount> running = RunningAccount.in(trainyard.home());
        running.ifPresent(account -> {
            printer.now("stopping process " + account.process().pid());
            Shutdown.of(account.process());
        });
        printer.line(
                running.isPresent()
                        ? "down"
                        : "no account was running in " + trainyard.home().folder());
        printer.document(Json.object().put("running", false).put("wasRunning", running.isPresent()));
        return ExitCode.OK.status();
    }
}
