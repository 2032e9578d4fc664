package io.trainyard.cli.demo;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The account that a demo plays in: the one that runs, or one of its own that is gone, folder and all, when the stage is
 * closed or the demo is stopped by Ctrl-C.
 */
public final class Stage implements AutoCloseable {

    private final Home home;
    private final RunningAccount account;
    private final Optional<Clearing> clearing;

    private Stage(Home home, RunningAccount account, Optional<Clearing> clearing) {
        this.home = home;
        this.account = account;
        this.clearing = clearing;
    }

    /** The account that runs in {@code home}, else a new one in a folder of its own. */
    public static Stage in(Home home, Surroundings surroundings) {
        return RunningAccount.in(home)
                .map(account -> new Stage(home, account, Optional.empty()))
                .orElseGet(() -> temporary(surroundings));
    }

    public Home home() {
        return home;
    }

    public RunningAccount account() {
        return account;
    }

    /** Whether the account was started for the demo. */
    public boolean isTemporary() {
        return clearing.isPresent();
    }

    @Override
    public void close() {
        clearing.ifPresent(Clearing::run);
    }

    private static Stage temporary(Surroundings surroundings) {
        Home home = new Home(folder());
        var process = AccountProcess.attached(surroundings, home);
        Clearing clearing = Clearing.atTheLatestAtCtrlC(process, home);
        try {
            return new Stage(home, process.start(0, List.of()), Optional.of(clearing));
        } catch (RuntimeException e) {
            clearing.run();
            throw e;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("trainyard-demo-").toRealPath();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "cannot create a temporary folder: " + e);
        }
    }
}
