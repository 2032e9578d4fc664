package io.trainyard.cli.demo;

import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Ends the account of a temporary home and removes the home, once, however the demo ends. */
final class Clearing implements Runnable {

    private static final int ATTEMPTS = 5;

    private final AccountProcess process;
    private final Home home;
    private final AtomicBoolean done = new AtomicBoolean();

    private Clearing(AccountProcess process, Home home) {
        this.process = process;
        this.home = home;
    }

    /** A clearing that also runs when this process is stopped. */
    static Clearing atTheLatestAtCtrlC(AccountProcess process, Home home) {
        var clearing = new Clearing(process, home);
        Runtime.getRuntime().addShutdownHook(new Thread(clearing));
        return clearing;
    }

    @Override
    public void run() {
        if (done.compareAndSet(false, true)) {
            process.end();
            for (int i = 0; i < ATTEMPTS && Files.exists(home.folder()); i++) {
                delete(home.folder());
            }
        }
    }

    /** As far as it can be: a container that is just being killed may write once more, so the caller looks again. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }
}
