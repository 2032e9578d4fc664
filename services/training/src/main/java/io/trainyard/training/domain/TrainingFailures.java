package io.trainyard.training.domain;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import java.util.Locale;
import java.util.stream.Stream;

/** Whose fault it is when a training job ends badly, and what to do about it. */
public final class TrainingFailures {

    private TrainingFailures() {}

    /** The failure of a job that ended without completing. */
    public static Failure of(TrainingReport report) {
        String reason =
                report.failureReason() == null ? "" : report.failureReason().strip();
        if (report.status().equals("Stopped")) {
            return stopped(report);
        }
        if (says(reason, "capacityerror", "insufficientinstancecapacity", "unable to provision requested ml compute")) {
            return new Failure(
                    FailureClass.CAPACITY, reason, "Name further instance types in the request, or try again later.");
        }
        if (says(reason, "resourcelimitexceeded")) {
            return new Failure(
                    FailureClass.QUOTA, reason, "Ask AWS for a higher quota, or name another instance type.");
        }
        if (says(reason, "internalservererror", "internal server error")) {
            return new Failure(FailureClass.PLATFORM, reason, "Resume the job: AWS failed, not the request.");
        }
        return new Failure(
                FailureClass.CALLER,
                reason,
                "Mend what the cause names, in the data or the hyperparameters, and submit again.");
    }

    /** A job that is not there any more although nobody here stopped it. */
    public static Failure vanished(String name) {
        return new Failure(
                FailureClass.PLATFORM,
                "SageMaker does not know the training job " + name + " any more.",
                "Find out who deleted it, then resume the job.");
    }

    private static Failure stopped(TrainingReport report) {
        if (report.secondaryStatus().equals("MaxRuntimeExceeded")) {
            return new Failure(
                    FailureClass.CALLER,
                    "The training job ran longer than its maxRuntimeSeconds and was stopped.",
                    "Raise maxRuntimeSeconds, or train less.");
        }
        return new Failure(
                FailureClass.PLATFORM,
                "The training job was stopped, and not by Trainyard.",
                "Find out who stopped it, then resume the job.");
    }

    private static boolean says(String reason, String... words) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(lower::contains);
    }
}
