package io.trainyard.tests.chaos;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.tests.mortal.EventCaller;
import io.trainyard.tests.mortal.MortalAccount;
import java.time.Duration;
import java.time.Instant;

/** One whole job before anything goes wrong: every function has run, and its classes are archived. */
final class WarmUp {

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Surroundings surroundings;
    private final Options options;

    WarmUp(Surroundings surroundings, Options options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /** @param data where the training data lies */
    void take(MortalAccount account, String data) {
        var plan = new PlannedJob(PlannedJob.API, "chaos-" + options.seed() + "-warm-up", Fate.ENDPOINT);
        try (var bus = new EventCaller(account.running())) {
            var course = new Course(plan, new Submission(surroundings, account.door(), bus, data).submit(plan));
            Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
            while (!course.isOver() && surroundings.clock().instant().isBefore(giveUp)) {
                surroundings.pauseFor(GLANCE);
                course.advance(account.door());
            }
            if (!course.status().equals("READY")) {
                throw new CommandFailure(
                        ExitCode.REFUSED, "a job with nothing going wrong ended as " + course.status());
            }
        }
        account.archiveClasses();
        surroundings.err().println("warmed up; from here on it is chaos");
    }
}
