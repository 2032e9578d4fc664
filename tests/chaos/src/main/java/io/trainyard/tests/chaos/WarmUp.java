package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.EventCaller;
import io.trainyard.tests.mortal.MortalAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Before anything goes wrong for the run: one whole job that finds no capacity at first, and one that fails. Every function that the run
 * needs has run then, and its classes are archived: a function without an archive takes twice the processor time after each kill.
 */
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
        account.door().post("/_trainyard/faults", noCapacityOnce()).orElseThrow();
        try (var bus = new EventCaller(account.running())) {
            var submission = new Submission(surroundings, account.door(), bus, data);
            awaitEnd(account, submission, Fate.ENDPOINT, "READY");
            awaitEnd(account, submission, Fate.FAILED, "ERROR");
        }
        account.settle();
        account.door().delete("/_trainyard/faults");
        account.archiveClasses();
        surroundings.err().println("warmed up; from here on it is chaos");
    }

    private void awaitEnd(MortalAccount account, Submission submission, Fate fate, String end) {
        var plan = new PlannedJob(
                PlannedJob.API,
                "chaos-" + options.seed() + "-warm-up-" + fate.name().toLowerCase(Locale.ROOT),
                fate);
        var course = new Course(plan, submission.submit(plan));
        Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
        while (!course.isOver() && surroundings.clock().instant().isBefore(giveUp)) {
            surroundings.pauseFor(GLANCE);
            course.advance(account.door());
        }
        if (!course.status().equals(end)) {
            throw new CommandFailure(
                    ExitCode.REFUSED, plan.name() + " was to end as " + end + ", not as " + course.status());
        }
    }

    private static ObjectNode noCapacityOnce() {
        ObjectNode all = Json.object();
        all.putArray("faults")
                .add(Json.object()
                        .put("kind", "no-capacity")
                        .put("operation", "CreateTrainingJob")
                        .put("times", 1));
        return all;
    }
}
