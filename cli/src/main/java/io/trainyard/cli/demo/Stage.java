package io.trainyard.cli.demo;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.account.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The account that a demo plays in: the one that runs, or one of its own that is gone, folder and all, when the stage is
 * closed or the demo is stopped by Ctrl-C.
 */
public final class Stage implements AutoCloseable {

    private final Home home;
    private final RunningAccount account;
    private final Optional<Thread> clearing;

    private Stage(Home home, RunningAccount account, Optional<Thread> clearing) {
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
        clearing.ifPresent(thread -> {
            Runtime.getRuntime().removeShutdownHook(thread);
            thread.run();
        });
    }

    private static Stage temporary(Surroundings surroundings) {
        Home home = new Home(folder());
        AtomicBoolean cleared = new AtomicBoolean();
        Thread clearing = new Thread(() -> {
            if (cleared.compareAndSet(false, true)) {
                RunningAccount.in(home).ifPresent(Shutdown::of);
                delete(home.folder());
            }
        });
        Runtime.getRuntime().addShutdownHook(clearing);
        RunningAccount account = new AccountProcess(surroundings, home).start(0);
        return new Stage(home, account, Optional.of(clearing));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("trainyard-demo-").toRealPath();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "cannot create a temporary folder: " + e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.DEFECT, "cannot remove " + folder + ": " + e);
        }
    }
}
