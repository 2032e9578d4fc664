package io.trainyard.tests.soak;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An account in a temporary home that is killed and started again on the same port. It ends with this process, however this ends. */
final class MortalAccount implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int GLANCES = 150;

    private final Surroundings surroundings;
    private final List<String> settings;
    private final Home home;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
    private volatile AccountProcess process;
    private volatile RunningAccount running;

    private MortalAccount(Surroundings surroundings, List<String> settings, Home home) {
        this.surroundings = surroundings;
        this.settings = List.copyOf(settings);
        this.home = home;
        this.process = AccountProcess.attached(surroundings, home);
        this.running = process.start(0, settings);
    }

    static MortalAccount start(Surroundings surroundings, List<String> settings) {
        try {
            var home = new Home(
                    Files.createTempDirectory(TemporaryFiles.OF_THE_SOAK).toRealPath());
            return new MortalAccount(surroundings, settings, home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    Home home() {
        return home;
    }

    /** The same after every start. */
    URI endpoint() {
        return running.endpoint();
    }

    RunningAccount running() {
        return running;
    }

    /** SIGKILL, and a new start as soon as the process is gone. */
    void killAndStart() {
        look();
        ProcessHandle killed = running.process();
        killed.destroyForcibly();
        killed.onExit().join();
        process = AccountProcess.attached(surroundings, home);
        running = process.start(endpoint().getPort(), settings);
    }

    /** Remembers what runs now, so that nothing that survives its account goes unseen. */
    void look() {
        ProcessHandle account = running.process();
        seen.add(account);
        account.descendants().forEach(seen::add);
    }

    /** Waits until no message and no container is under way: jobs may be over while their last events are still read. */
    void settle() {
        look();
        surroundings.pauseFor(Duration.ofSeconds(3));
        look();
    }

    /** Ends it as a person would; returns what it kept on disk, by folder. */
    String end() {
        look();
        process.end();
        return DiskUse.of(home.folder());
    }

    /** Those of its processes that are still there a moment later. */
    List<String> survivors() {
        for (int i = 0; i < GLANCES && alive().findAny().isPresent(); i++) {
            surroundings.pauseFor(GLANCE);
        }
        return alive().map(each -> each.pid() + " " + each.info().commandLine().orElse("?"))
                .toList();
    }

    private Stream<ProcessHandle> alive() {
        return seen.stream()
                .filter(ProcessHandle::isAlive)
                .filter(each -> each.info().command().isPresent());
    }

    @Override
    public void close() {
        try {
            process.end();
        } catch (CommandFailure alreadyGone) {
            surroundings.err().println(alreadyGone.getMessage());
        }
        alive().forEach(ProcessHandle::destroyForcibly);
        remove(home.folder());
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
