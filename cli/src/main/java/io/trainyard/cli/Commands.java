package io.trainyard.cli;

import io.trainyard.cli.command.AccountCommand;
import io.trainyard.cli.command.CancelCommand;
import io.trainyard.cli.command.CompletionCommand;
import io.trainyard.cli.command.DemoCommand;
import io.trainyard.cli.command.DlqCommand;
import io.trainyard.cli.command.DoctorCommand;
import io.trainyard.cli.command.DownCommand;
import io.trainyard.cli.command.EndpointsCommand;
import io.trainyard.cli.command.EnvCommand;
import io.trainyard.cli.command.EventsCommand;
import io.trainyard.cli.command.FaultCommand;
import io.trainyard.cli.command.JobCommand;
import io.trainyard.cli.command.JobsCommand;
import io.trainyard.cli.command.LauncherCommand;
import io.trainyard.cli.command.LogsCommand;
import io.trainyard.cli.command.PredictCommand;
import io.trainyard.cli.command.ResetCommand;
import io.trainyard.cli.command.StatusCommand;
import io.trainyard.cli.command.SubmitCommand;
import io.trainyard.cli.command.TokenCommand;
import io.trainyard.cli.command.TraceCommand;
import io.trainyard.cli.command.UpCommand;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** All commands, in the order in which a newcomer meets them. */
final class Commands {

    private Commands() {}

    static CommandLine in(Surroundings surroundings) {
        var trainyard = new TrainyardCommand(surroundings);
        var line = new CommandLine(trainyard);
        line.addSubcommand(new DemoCommand(trainyard))
                .addSubcommand(new UpCommand(trainyard))
                .addSubcommand(new StatusCommand(trainyard))
                .addSubcommand(new SubmitCommand(trainyard))
                .addSubcommand(new JobsCommand(trainyard))
                .addSubcommand(new JobCommand(trainyard))
                .addSubcommand(new EventsCommand(trainyard))
                .addSubcommand(new TraceCommand(trainyard))
                .addSubcommand(new CancelCommand(trainyard))
                .addSubcommand(new DlqCommand(trainyard))
                .addSubcommand(new EndpointsCommand(trainyard))
                .addSubcommand(new PredictCommand(trainyard))
                .addSubcommand(new LogsCommand(trainyard))
                .addSubcommand(new EnvCommand(trainyard))
                .addSubcommand(new TokenCommand(trainyard))
                .addSubcommand(new FaultCommand(trainyard))
                .addSubcommand(new AccountCommand(trainyard))
                .addSubcommand(new DownCommand(trainyard))
                .addSubcommand(new ResetCommand(trainyard, answers()))
                .addSubcommand(new DoctorCommand(trainyard));
        launchers(line);
        line.addSubcommand(new CompletionCommand(trainyard));
        // picocli's own converter looks this method up by its name, which a native executable does not know.
        line.registerConverter(Path.class, Path::of);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setExecutionExceptionHandler(new Failures(trainyard))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(110);
    }

    /** What the launcher does itself, so that the help is whole. */
    private static void launchers(CommandLine line) {
        line.addSubcommand(new LauncherCommand.Build())
                .addSubcommand(new LauncherCommand.Verify())
                .addSubcommand(new LauncherCommand.Simulate())
                .addSubcommand(new LauncherCommand.Chaos())
                .addSubcommand(new LauncherCommand.Bench())
                .addSubcommand(new LauncherCommand.Conformance())
                .addSubcommand(new LauncherCommand.Soak())
                .addSubcommand(new LauncherCommand.Watchdog())
                .addSubcommand(new LauncherCommand.Deploy())
                .addSubcommand(new LauncherCommand.Smoke())
                .addSubcommand(new LauncherCommand.Destroy())
                .addSubcommand(new LauncherCommand.Sbom())
                .addSubcommand(new LauncherCommand.Licences())
                .addSubcommand(new LauncherCommand.Audit())
                .addSubcommand(new LauncherCommand.Reproducible())
                .addSubcommand(new LauncherCommand.Mvn());
    }

    private static BufferedReader answers() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
}
