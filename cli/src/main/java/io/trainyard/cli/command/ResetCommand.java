package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.account.Shutdown;
import io.trainyard.cli.account.StateFolder;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes the local account and all it holds. */
@Command(
        name = "reset",
        description = "Delete the account and everything it holds: jobs, models, data, logs. Asks first.")
public final class ResetCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;
    private final BufferedReader answers;

    @Option(names = "--yes", description = "do not ask")
    boolean yes;

    /** @param answers where a person's answer is read from */
    public ResetCommand(TrainyardCommand trainyard, BufferedReader answers) {
        this.trainyard = trainyard;
        this.answers = answers;
    }

    @Override
    public Integer call() throws IOException {
        Printer printer = trainyard.printer();
        Home home = trainyard.home();
        var state = new StateFolder(home.folder());
        if (!state.exists()) {
            printer.line("there is nothing to delete in " + home.folder());
            printer.document(Json.object().put("deleted", false));
            return ExitCode.OK.status();
        }
        Optional<RunningAccount> running = RunningAccount.in(home);
        if (!yes && !confirmed(state, running.isPresent())) {
            printer.line("nothing was deleted");
            printer.document(Json.object().put("deleted", false));
            return ExitCode.REFUSED.status();
        }
        running.ifPresent(account -> Shutdown.of(account.process()));
        state.delete();
        printer.line("deleted " + home.folder());
        printer.document(Json.object().put("deleted", true));
        return ExitCode.OK.status();
    }

    private boolean confirmed(StateFolder state, boolean running) throws IOException {
        Surroundings surroundings = trainyard.surroundings();
        String what = "%s, %d MB%s"
                .formatted(state.folder(), state.megabytes(), running ? ", and the account that runs there" : "");
        if (!surroundings.terminal()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "this deletes " + what + "; say --yes if you mean it");
        }
        surroundings.err().print("Delete " + what + "? Type yes: ");
        surroundings.err().flush();
        String answer = answers.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
