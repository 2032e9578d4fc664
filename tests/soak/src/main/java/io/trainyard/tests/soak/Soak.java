package io.trainyard.tests.soak;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.JobView;
import io.trainyard.tests.mortal.Kills;
import io.trainyard.tests.mortal.MortalAccount;
import io.trainyard.tests.mortal.Pace;
import io.trainyard.tests.mortal.ServicesFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One soak from the first job to the last process. */
final class Soak {

    /** Consumers get 30 s to leave a retired endpoint, and a lost event is looked for after ten minutes: nobody waits for that here. */
    private static final List<String> IMPATIENT = List.of(
            "TRAINYARD_LEASE=PT" + ServicesFolder.LEASE + "S",
            "TRAINYARD_JOBS_QUOTA=1000000",
            "TRAINYARD_ENDPOINTS_SURGE=8",
            "TRAINYARD_ENDPOINTS_DRAIN=PT1S",
            "TRAINYARD_ENDPOINTS_RECHECK=PT1S",
            "TRAINYARD_FIRST_CHECK=PT1M",
            "TRAINYARD_CHECK_EVERY=PT1M",
            "TRAINYARD_RATES=*=10/20");

    private static final Duration FIRST_JOB = Duration.ofMinutes(3);

    private final Surroundings surroundings;
    private final Pace pace;
    private final List<String> settings;

    Soak(Surroundings surroundings, Pace pace, List<String> settings) {
        this.surroundings = surroundings;
        this.pace = pace;
        this.settings = new ArrayList<>(IMPATIENT);
        this.settings.addAll(settings);
    }

    /**
     * @param folder an empty one, for the account
     * @param patience after which what has not ended is given up
     */
    Findings run(Path folder, int count, Duration patience) throws IOException {
        var temporary = TemporaryFiles.now();
        try (var account = MortalAccount.start(surroundings, folder, settings)) {
            var jobs = new SoakJobs(account, surroundings);
            warmUp(account, jobs);
            Instant began = surroundings.clock().instant();
            List<JobView> ends;
            var kills = new Kills(account, surroundings, pace);
            kills.begin();
            try (kills) {
                ends = jobs.ends(jobs.submit(count), began.plus(patience));
            }
            account.settle();
            var counts = Counts.of(account);
            Duration took = Duration.between(began, surroundings.clock().instant());
            account.close();
            String kept = DiskUse.of(account.home().folder());
            var left = new Left(account.survivors(), temporary.added(), kept);
            return new Findings(ends, counts, kills.accounts().size(), kills.functions(), left, took);
        }
    }

    /** The first job, in peace: every function has run, and its classes are archived. */
    private void warmUp(MortalAccount account, SoakJobs jobs) {
        Instant latest = surroundings.clock().instant().plus(FIRST_JOB);
        var first = jobs.ends(List.of(jobs.submitOne(1)), latest).getFirst();
        if (!first.isOver()) {
            throw new CommandFailure(ExitCode.REFUSED, "a job with nothing going wrong is " + first.status());
        }
        account.archiveClasses();
        surroundings.err().println("warmed up; from here on everything is killed");
    }
}
