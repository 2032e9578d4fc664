package io.trainyard.cli.command;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.account.StateFolder;
import io.trainyard.cli.output.Printer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An account without Trainyard's services, which runs until the command is stopped. */
final class BareAccount {

    private final TrainyardCommand trainyard;
    private final Optional<Path> containers;

    BareAccount(TrainyardCommand trainyard, Optional<Path> containers) {
        this.trainyard = trainyard;
        this.containers = containers;
    }

    /** Returns when the account has ended. In a temporary folder, which goes with it, where no home was named. */
    void run(int port) {
        Optional<Home> named = trainyard.namedHome();
        Home home = named.orElseGet(BareAccount::temporary);
        var process = AccountProcess.bare(trainyard.surroundings(), home, containers);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.end();
            if (named.isEmpty()) {
                new StateFolder(home.folder()).delete();
            }
        }));
        RunningAccount account = process.start(port, List.of());
        Printer printer = trainyard.printer();
        Surroundings surroundings = trainyard.surroundings();
        printer.line("account at " + account.endpoint() + ", state in " + home.folder()
                + (named.isPresent() ? "" : " (deleted at the end)") + "; Ctrl-C ends it");
        EnvCommand.variables(account).forEach((name, value) -> printer.line("export %s='%s'".formatted(name, value)));
        printer.document(Descriptions.of(account, home));
        surroundings.out().flush();
        account.process().onExit().join();
    }

    private static Home temporary() {
        try {
            return new Home(Files.createTempDirectory("trainyard-account-").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }
}
