package io.trainyard.cli.demo;

import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.account.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Ends the account of a temporary home and removes the home, once, however the demo ends. */
final class Clearing implements Runnable {

    private final Home home;
    private final AtomicBoolean done = new AtomicBoolean();

    private Clearing(Home home) {
        this.home = home;
    }

    /** A clearing that also runs when this process is stopped. */
    static Clearing atTheLatestAtCtrlC(Home home) {
        var clearing = new Clearing(home);
        Runtime.getRuntime().addShutdownHook(new Thread(clearing));
        return clearing;
    }

    @Override
    public void run() {
        if (done.compareAndSet(false, true)) {
            RunningAccount.in(home).map(RunningAccount::process).ifPresent(Shutdown::of);
            delete(home.folder());
        }
    }

    /** As far as it can be: what a process that is just ending still holds is left to the system's own cleaning. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    file.deleteOnExit();
                }
            });
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
