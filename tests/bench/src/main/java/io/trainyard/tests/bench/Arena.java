package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An account of the benchmark's own, which takes probe steps. It is gone, folder and all, when it is closed or the benchmark is stopped. */
final class Arena implements AutoCloseable {

    private static final String CLAIMS_LOGGED = "TRAINYARD_LOG_LEVEL=DEBUG";
    private static final String PROBES = "TRAINYARD_REQUESTS_LIMITS={\"probe\": true}";

    /** What is measured is the services, not how long they are made to wait for SageMaker's sake. */
    private static final String NO_PACE = "TRAINYARD_RATES=*=1000/1000";

    private final AccountProcess process;
    private final Home home;
    private final RunningAccount account;
    private final AtomicBoolean closed;

    private Arena(AccountProcess process, Home home, RunningAccount account, AtomicBoolean closed) {
        this.process = process;
        this.home = home;
        this.account = account;
        this.closed = closed;
    }

    /** For measuring time: what the measurements read is logged. */
    static Arena open(Surroundings surroundings, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.add(PROBES);
        all.add(CLAIMS_LOGGED);
        return plain(surroundings, all);
    }

    /** As people run it, without pace. */
    static Arena plain(Surroundings surroundings, List<String> settings) {
        return plain(surroundings, surroundings.root().resolve("services"), settings);
    }

    /** The same with the services of a folder. */
    static Arena plain(Surroundings surroundings, Path services, List<String> settings) {
        var home = new Home(Folders.temporary());
        var process = AccountProcess.attached(surroundings, home, services);
        var closed = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(process, home.folder(), closed)));
        try {
            var all = new ArrayList<>(settings);
            all.add(NO_PACE);
            return new Arena(process, home, process.start(0, all), closed);
        } catch (RuntimeException e) {
            clear(process, home.folder(), closed);
            throw e;
        }
    }

    Home home() {
        return home;
    }

    RunningAccount account() {
        return account;
    }

    @Override
    public void close() {
        clear(process, home.folder(), closed);
    }

    private static void clear(AccountProcess process, Path folder, AtomicBoolean closed) {
        if (closed.compareAndSet(false, true)) {
            process.end();
            Folders.remove(folder);
        }
    }
}
