package io.trainyard.tests.watchdog;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchdog crowd}. */
@Command(
        name = "crowd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "One caller releases many training steps at once where training jobs are created slowly, and others come with"
                        + " their first job meanwhile. Held where all finish, the rate is kept, no message is parked, and no"
                        + " first job waits.")
final class CrowdCommand implements Callable<Integer> {

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "2000",
            description = "how many the crowd releases (${DEFAULT-VALUE})")
    int steps;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "10",
            description = "how many others come, one after the other (${DEFAULT-VALUE})")
    int callers;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1",
            description = "creates of training jobs a second; the run takes as long as they do (${DEFAULT-VALUE})")
    int rate;

    @Option(
            names = "--within",
            paramLabel = "T",
            defaultValue = "30s",
            description = "how long another's first job may take from its request to its create (${DEFAULT-VALUE})")
    Duration within = Duration.ZERO;

    @Option(
            names = "--limit",
            paramLabel = "T",
            defaultValue = "60m",
            description = "gives up on what has not ended after this long (${DEFAULT-VALUE})")
    Duration limit = Duration.ZERO;

    @Option(
            names = "--set",
            paramLabel = "TRAINYARD_NAME=VALUE",
            description = "a setting of the services; may be repeated")
    List<String> settings = List.of();

    private final Surroundings surroundings;

    CrowdCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return new Crowd(surroundings, new CreateRate(rate), settings).run(steps, callers, within, limit) ? 0 : 1;
    }
}
