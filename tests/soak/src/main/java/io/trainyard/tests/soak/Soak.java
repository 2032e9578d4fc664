package io.trainyard.tests.soak;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One soak from the first job to the last process. */
final class Soak {

    /** Consumers get 30 s to leave a retired endpoint, and a lost event is looked for after ten minutes: nobody waits for that here. */
    private static final List<String> IMPATIENT = List.of(
            "TRAINYARD_ENDPOINTS_DRAIN=PT1S",
            "TRAINYARD_ENDPOINTS_RECHECK=PT1S",
            "TRAINYARD_FIRST_CHECK=PT1M",
            "TRAINYARD_CHECK_EVERY=PT1M");

    private final Surroundings surroundings;
    private final Pace pace;
    private final List<String> settings;

    Soak(Surroundings surroundings, Pace pace, List<String> settings) {
        this.surroundings = surroundings;
        this.pace = pace;
        this.settings = new ArrayList<>(IMPATIENT);
        this.settings.addAll(settings);
    }

    Findings run(int count, Duration patience) {
        var temporary = TemporaryFiles.now();
        Instant began = surroundings.clock().instant();
        try (var account = MortalAccount.start(surroundings, settings)) {
            List<JobView> ends;
            var killing = new Killing(account, pace, surroundings);
            try (killing) {
                var jobs = new SoakJobs(account, surroundings);
                ends = jobs.ends(jobs.submit(count), began.plus(patience));
            }
            account.settle();
            var counts = Counts.of(account);
            String kept = account.end();
            return new Findings(
                    ends,
                    counts,
                    killing.accountKills(),
                    killing.functionKills(),
                    new Left(account.survivors(), temporary.added(), kept),
                    Duration.between(began, surroundings.clock().instant()));
        }
    }
}
