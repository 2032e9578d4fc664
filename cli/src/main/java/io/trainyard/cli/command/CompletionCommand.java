package io.trainyard.cli.command;

import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script for bash and zsh. */
@Command(name = "completion", description = "Completion for bash and zsh: source <(./trainyard completion).")
public final class CompletionCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Spec
    private CommandSpec self = CommandSpec.create();

    public CompletionCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        trainyard
                .surroundings()
                .out()
                .print(AutoComplete.bash("trainyard", self.root().commandLine()));
        trainyard.surroundings().out().flush();
        return ExitCode.OK.status();
    }
}
