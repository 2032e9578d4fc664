package io.trainyard.tests.watchdog;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.Surroundings;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./trainyard watchdog}: 0 where all held, 1 where something did not, 2 for a wrong command line. */
@Command(
        name = "watchdog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(lost-events | crowd)",
        description =
                "What happens when SageMaker's events are lost, and when many ask a slow control plane: on an account of its"
                        + " own with the services' own queues, counted by what SageMaker itself saw. Everything is taken down at"
                        + " the end. The last line is the verdict.")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        // Nobody logs here, and the notice that nobody does is noise.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine(Surroundings.ofThisProcess()).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Main())
                .addSubcommand(new LostEventsCommand(surroundings))
                .addSubcommand(new CrowdCommand(surroundings))
                .registerConverter(Duration.class, Spelling::time)
                .registerConverter(int.class, Spelling::count)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof CommandFailure)) {
                        throw failure;
                    }
                    line.getErr().println("watchdog: " + failure.getMessage());
                    return 1;
                });
    }
}
