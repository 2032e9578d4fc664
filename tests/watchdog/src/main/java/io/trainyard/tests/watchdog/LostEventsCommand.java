package io.trainyard.tests.watchdog;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchdog lost-events}. */
@Command(
        name = "lost-events",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs jobs at once and drops every SageMaker event of some of them. Held where all finish, no step is looked at"
                        + " more often than its timer fires, none at all that settles in its first interval, nothing is ever"
                        + " listed, and no message is parked.")
final class LostEventsCommand implements Callable<Integer> {

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "500", description = "how many (${DEFAULT-VALUE})")
    int jobs;

    @Option(
            names = "--one-in",
            paramLabel = "N",
            defaultValue = "20",
            description = "of so many jobs one loses all its events (${DEFAULT-VALUE})")
    int oneIn;

    @Option(
            names = "--first-check",
            paramLabel = "T",
            defaultValue = "5m",
            description = "when a step's timer fires first; a deployment's is 10m (${DEFAULT-VALUE})")
    Duration first = Duration.ZERO;

    @Option(
            names = "--check-every",
            paramLabel = "T",
            defaultValue = "1m",
            description = "and then, at least 1m; a deployment's is 30m (${DEFAULT-VALUE})")
    Duration every = Duration.ZERO;

    @Option(
            names = "--limit",
            paramLabel = "T",
            defaultValue = "40m",
            description = "gives up on what has not ended after this long (${DEFAULT-VALUE})")
    Duration limit = Duration.ZERO;

    @Option(
            names = "--set",
            paramLabel = "TRAINYARD_NAME=VALUE",
            description = "a setting of the services; may be repeated")
    List<String> settings = List.of();

    private final Surroundings surroundings;

    LostEventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return new LostEvents(surroundings, new Watch(first, every), settings).run(jobs, oneIn, limit) ? 0 : 1;
    }
}
