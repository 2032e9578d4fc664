package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.AccountCommandLine;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The account's process without Trainyard's services, in a folder of its own; gone, folder and all, when it is closed. */
final class BareAccount implements AutoCloseable {

    private static final String READY = "ready at ";

    private final Home home;
    private final Process process;
    private final BufferedReader output;
    private final double startedIn;

    private BareAccount(Home home, Process process, BufferedReader output, double startedIn) {
        this.home = home;
        this.process = process;
        this.output = output;
        this.startedIn = startedIn;
    }

    /** Starts it as {@code ./trainyard up} does, and waits for the line that says that it is ready. */
    static BareAccount start(Surroundings surroundings) throws IOException {
        return start(surroundings, Optional.empty());
    }

    /** The same with the services of a folder, whose functions are {@link EchoFunction}. */
    static BareAccount with(Surroundings surroundings, Path services) throws IOException {
        return start(surroundings, Optional.of(services));
    }

    private static BareAccount start(Surroundings surroundings, Optional<Path> services) throws IOException {
        var home = new Home(Folders.temporary());
        Files.createDirectories(home.temporary());
        List<String> command = command(surroundings, home, services);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.DISCARD)
                .redirectInput(Redirect.PIPE)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var account = new BareAccount(home, process, output, seconds);
        if (line == null) {
            account.close();
            throw new IllegalStateException("the account did not start");
        }
        return account;
    }

    private static List<String> command(Surroundings surroundings, Home home, Optional<Path> services) {
        var command = new ArrayList<>(
                AccountCommandLine.withServices(surroundings, home).of(0, List.of(), true));
        int at = command.indexOf("--services");
        if (services.isPresent()) {
            command.set(at + 1, services.get().toString());
            command.addAll(List.of("--handler", EchoFunction.HANDLER));
        } else {
            command.subList(at, at + 2).clear();
        }
        return command;
    }

    /** From the start of the process to the line that says that it is ready, in seconds. */
    double startedIn() {
        return startedIn;
    }

    long pid() {
        return process.pid();
    }

    Path logs() {
        return home.logs();
    }

    AwsCalls calls() {
        RunningAccount running = RunningAccount.in(home).orElseThrow();
        return AwsCalls.at(running.endpoint(), running.accessKeyId(), running.secretAccessKey());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        output.close();
        Folders.remove(home.folder());
    }
}
