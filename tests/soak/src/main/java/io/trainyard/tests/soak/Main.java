package io.trainyard.tests.soak;

import io.trainyard.cli.Surroundings;
import io.trainyard.tests.mortal.Pace;
import io.trainyard.tests.mortal.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./trainyard soak}: jobs on an account of its own that is killed again and again. Status 0 where every job came through. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs jobs on an account of its own while the account and its functions are killed with SIGKILL,"
                + " and counts what became of them. Everything is taken down at the end.")
public final class Main implements Callable<Integer> {

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "200", description = "how many (${DEFAULT-VALUE})")
    int jobs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "which functions are killed (${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--account-every",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "kills the account this often; 0 for never (${DEFAULT-VALUE})")
    int accountEvery;

    @Option(
            names = "--function-every",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "kills a function's process this often; 0 for never (${DEFAULT-VALUE})")
    int functionEvery;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "60",
            description = "gives up after this long (${DEFAULT-VALUE})")
    int minutes;

    @Option(
            names = "--set",
            paramLabel = "TRAINYARD_NAME=VALUE",
            description = "a setting of the services; may be repeated")
    List<String> settings = List.of();

    private final Surroundings surroundings;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        // Nobody logs here, and the notice that nobody does is noise.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new CommandLine(new Main(Surroundings.ofThisProcess())).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = TemporaryFolder.make("soak");
        // At Ctrl-C too: the account ends with this process, whose pipe it reads.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.remove(folder)));
        var pace = new Pace(Duration.ofSeconds(accountEvery), Duration.ofSeconds(functionEvery), seed);
        var findings = new Soak(surroundings, pace, settings).run(folder, jobs, Duration.ofMinutes(minutes));
        findings.lines().forEach(surroundings.out()::println);
        surroundings.out().flush();
        return findings.clean() ? 0 : 1;
    }
}
