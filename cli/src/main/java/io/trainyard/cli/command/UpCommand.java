package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.AccountProcess;
import io.trainyard.cli.account.NativePackages;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the local account and returns once it answers. */
@Command(name = "up", description = "Start the account on this machine; it stays until `down`.")
public final class UpCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4599",
            description = "where it listens, on 127.0.0.1 only; 0 for any free port (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--set",
            paramLabel = "TRAINYARD_NAME=VALUE",
            description = "a setting of the services, such as TRAINYARD_ENDPOINTS_CAP=2; may be repeated")
    List<String> settings = List.of();

    @Option(
            names = "--services",
            paramLabel = "FOLDER",
            description = "the services: a folder each with service.yaml and function.zip (default: the checkout's)")
    Optional<Path> services = Optional.empty();

    @Option(
            names = "--native",
            description =
                    "run native executables, and refuse where a service is not built as one (./trainyard build --native)")
    boolean executables;

    public UpCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        Surroundings surroundings = trainyard.surroundings();
        Optional<RunningAccount> running = RunningAccount.in(trainyard.home());
        if (running.isPresent()) {
            printer.line("already up at " + running.get().endpoint());
            printer.document(describe(running.get()));
            return ExitCode.OK.status();
        }
        if (executables) {
            NativePackages.require(folder(surroundings));
        }
        Instant began = surroundings.clock().instant();
        printer.now("starting the account in " + trainyard.home().folder());
        RunningAccount account = process(surroundings).start(port, settings);
        Duration took = Duration.between(began, surroundings.clock().instant());
        printer.line(
                "%s at %s after %s".formatted(printer.paint(Style.GOOD, "up"), account.endpoint(), Elapsed.text(took)));
        printer.line("  state and logs: " + trainyard.home().folder());
        printer.line("  other AWS tools: eval \"$(./trainyard env)\"");
        printer.document(describe(account));
        return ExitCode.OK.status();
    }

    private AccountProcess process(Surroundings surroundings) {
        return AccountProcess.lasting(surroundings, trainyard.home(), folder(surroundings));
    }

    private Path folder(Surroundings surroundings) {
        return services.map(surroundings::resolve)
                .orElseGet(() -> surroundings.root().resolve("services"));
    }

    private ObjectNode describe(RunningAccount account) {
        return Descriptions.of(account, trainyard.home());
    }
}
