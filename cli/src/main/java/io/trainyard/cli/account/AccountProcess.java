package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts the local account as a process of its own and waits until it answers. */
public final class AccountProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int SHOWN_LINES = 25;

    private final Surroundings surroundings;
    private final Home home;
    private final boolean attached;
    private final AccountCommandLine line;
    private volatile Optional<Process> started = Optional.empty();

    private AccountProcess(Surroundings surroundings, Home home, boolean attached, AccountCommandLine line) {
        this.surroundings = surroundings;
        this.home = home;
        this.attached = attached;
        this.line = line;
    }

    /** An account that stays, with the services of a folder. */
    public static AccountProcess lasting(Surroundings surroundings, Home home, Path services) {
        AccountCommandLine line = AccountCommandLine.withServices(surroundings, home, services);
        return new AccountProcess(surroundings, home, false, line);
    }

    /** An account that ends with this process, even where this process is killed: it reads an input that closes then. */
    public static AccountProcess attached(Surroundings surroundings, Home home) {
        return attached(surroundings, home, surroundings.root().resolve("services"));
    }

    /** The same with the services of a folder. */
    public static AccountProcess attached(Surroundings surroundings, Home home, Path services) {
        AccountCommandLine line = AccountCommandLine.withServices(surroundings, home, services);
        return new AccountProcess(surroundings, home, true, line);
    }

    /**
     * An account without services that ends with this process.
     *
     * @param containers the file that maps images to commands
     */
    public static AccountProcess bare(Surroundings surroundings, Home home, Optional<Path> containers) {
        return new AccountProcess(surroundings, home, true, AccountCommandLine.bare(surroundings, home, containers));
    }

    /**
     * Starts the account. Ctrl-C while it starts ends it again.
     *
     * @param port where it listens; 0 for any free port
     * @param settings configuration of the services, each {@code NAME=value}
     * @return once it answers; where it does not, the process is ended and the end of its log is the failure's message
     */
    public RunningAccount start(int port, List<String> settings) {
        refuseTakenPort(port);
        Thread atCtrlC = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        Process process = launch(port, settings);
        started = Optional.of(process);
        try {
            return await(process).orElseThrow(() -> failure(process));
        } catch (RuntimeException e) {
            end();
            throw e;
        } finally {
            removeHook(atCtrlC);
        }
    }

    /** A port that is busy while nobody listens on it is on its way to be free: the account finds out. */
    private static void refuseTakenPort(int port) {
        Optional<PortOwner> owner = PortOwner.isFree(port) ? Optional.empty() : PortOwner.of(port);
        if (owner.isPresent()) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "port %d is taken by %s; end that process, or choose another port with --port (0 for any free one)"
                            .formatted(port, owner.get()));
        }
    }

    /** Ends what {@link #start} started, if anything, and returns once it is gone. */
    public void end() {
        started.map(Process::toHandle).ifPresent(Shutdown::of);
    }

    private Optional<RunningAccount> await(Process process) {
        Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
        while (process.isAlive() && surroundings.clock().instant().isBefore(giveUp)) {
            Optional<RunningAccount> running = RunningAccount.in(home)
                    .filter(account -> account.process().pid() == process.pid())
                    .filter(account -> answers(account.endpoint()));
            if (running.isPresent()) {
                return running;
            }
            surroundings.pauseFor(GLANCE);
        }
        return Optional.empty();
    }

    private CommandFailure failure(Process process) {
        String what = process.isAlive()
                ? "the account did not answer within " + PATIENCE.toSeconds() + " s"
                : "the account ended while it started";
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "%s; the end of its log (%s):\n%s".formatted(what, home.processLog(), endOfLog()));
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C came: the hook runs already and does the same.
            return;
        }
    }

    private Process launch(int port, List<String> settings) {
        List<String> command = line.of(port, settings, attached);
        try {
            Files.createDirectories(home.logs());
            Files.createDirectories(home.temporary());
            if (Files.exists(home.processLog())) {
                Files.move(home.processLog(), home.lastProcessLog(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(home.accountFile());
            return new ProcessBuilder(command)
                    .directory(home.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(attached ? Redirect.PIPE : Redirect.from(nothing()))
                    .redirectOutput(home.processLog().toFile())
                    .start();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "cannot start the account in " + home.folder() + ": " + e);
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static boolean answers(URI endpoint) {
        var request = HttpRequest.newBuilder(endpoint.resolve("/_trainyard/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(home.processLog());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
