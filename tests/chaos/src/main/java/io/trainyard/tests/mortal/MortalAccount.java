package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountCommandLine;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run's own account: on one port for the whole run, killed and started again over the same folder. It ends with this process,
 * however this ends.
 */
public final class MortalAccount implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LAST_WORDS = Duration.ofSeconds(90);
    private static final Duration SETTLES = Duration.ofSeconds(3);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Surroundings surroundings;
    private final Home home;
    private final List<String> arguments;
    private final List<String> settings;
    private final int port;
    private final Door door;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
    private volatile Process process;

    /** @param arguments for the account's process, beyond those that it has from {@code ./trainyard up} */
    private MortalAccount(Surroundings surroundings, Path folder, List<String> settings, List<String> arguments)
            throws IOException {
        this.surroundings = surroundings;
        this.home = new Home(folder.resolve("home"));
        this.arguments = arguments;
        this.settings = settings;
        Files.createDirectories(home.logs());
        Files.createDirectories(home.temporary());
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.door = new Door(
                URI.create("http://127.0.0.1:" + port),
                () -> RunningAccount.in(home).flatMap(RunningAccount::token));
        this.process = launch();
    }

    /** An account with every service, {@code settings} being {@code NAME=value}; returns once it answers. */
    public static MortalAccount start(Surroundings surroundings, Path folder, List<String> settings)
            throws IOException {
        Path services = ServicesFolder.write(surroundings.root().resolve("services"), folder.resolve("services"));
        var account = new MortalAccount(surroundings, folder, settings, ofManyLives(services));
        account.awaitReady();
        // Only a home that an account has made may have more folders; functions that run already would write no
        // archive.
        Files.createDirectories(account.home.folder().resolve("functions/archives"));
        account.killAndRestart();
        return account;
    }

    /** The same without anything made shorter, for runs in which nothing is killed: queues and functions as they are deployed. */
    public static MortalAccount asDeployed(Surroundings surroundings, Path folder, List<String> settings)
            throws IOException {
        var account = new MortalAccount(surroundings, folder, settings, List.of());
        account.awaitReady();
        return account;
    }

    /** What comes later counts, so this folder of services takes the place of the checkout's. */
    private static List<String> ofManyLives(Path services) {
        List<String> arguments = new ArrayList<>(List.of("--services", services.toString()));
        arguments.addAll(List.of("--duplicates", "0", "--redelivery", "1"));
        // Starting every function after each kill takes the processors from those that have something to do.
        arguments.add("--cold");
        // A second process of a function halves the time of the first ones where every processor is busy starting them.
        arguments.addAll(List.of("--function-threads", "1"));
        return arguments;
    }

    /**
     * Ends in peace, so that every function writes its class archive, and starts again: from then on a killed function is back
     * in half the processor time.
     */
    public void archiveClasses() {
        close();
        restart();
    }

    public Door door() {
        return door;
    }

    public Home home() {
        return home;
    }

    public RunningAccount running() {
        return RunningAccount.in(home).orElseThrow(() -> failure("the account is not ready"));
    }

    /** Kills it -9 and returns once another answers. */
    void killAndRestart() {
        look();
        try {
            process.destroyForcibly().waitFor();
            restart();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw failure("the account did not start again: " + e.getMessage());
        }
    }

    /** Process ids of the functions that run now; none where the account does not answer. */
    List<Long> functions() {
        List<Long> pids = new ArrayList<>();
        door.get("/_trainyard/functions").ifPresent(reply -> {
            for (JsonNode function : reply.body().path("functions")) {
                function.path("processes").forEach(pid -> pids.add(pid.asLong()));
            }
        });
        return pids;
    }

    /** Remembers what runs now, so that nothing that survives its account goes unseen. */
    public void look() {
        ProcessHandle account = process.toHandle();
        seen.add(account);
        account.descendants().forEach(seen::add);
    }

    /** Waits until no message and no container should be under way: jobs may be over while their last events are still read. */
    public void settle() {
        look();
        surroundings.pauseFor(SETTLES);
        look();
    }

    /** Those of its processes that have been seen and are still there a moment later, in words. */
    public List<String> survivors() {
        Instant giveUp = surroundings.clock().instant().plus(LAST_WORDS);
        while (alive().findAny().isPresent() && surroundings.clock().instant().isBefore(giveUp)) {
            surroundings.pauseFor(GLANCE);
        }
        return alive().map(each -> each.pid() + " " + each.info().commandLine().orElse("?"))
                .toList();
    }

    /** A process whose command cannot be read has ended and waits for its parent. */
    private Stream<ProcessHandle> alive() {
        return seen.stream()
                .filter(ProcessHandle::isAlive)
                .filter(each -> each.info().command().isPresent());
    }

    /** Ends it with all its children. */
    @Override
    public void close() {
        look();
        Process last = process;
        last.destroy();
        try {
            if (!last.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                last.descendants().forEach(ProcessHandle::destroyForcibly);
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last.destroyForcibly();
        }
    }

    private void awaitReady() {
        Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
        while (process.isAlive() && surroundings.clock().instant().isBefore(giveUp)) {
            if (Files.exists(home.accountFile())
                    && door.get("/_trainyard/health").filter(Reply::well).isPresent()) {
                return;
            }
            surroundings.pauseFor(GLANCE);
        }
        throw failure("the account did not answer; its log is " + home.processLog());
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(home.accountFile());
        List<String> command = new ArrayList<>(
                AccountCommandLine.withServices(surroundings, home).of(port, settings, true));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.processLog().toFile()))
                .start();
    }

    private static CommandFailure failure(String what) {
        return new CommandFailure(ExitCode.UNREACHABLE, what);
    }
}
