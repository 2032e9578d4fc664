package io.trainyard.training.domain;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.steps.domain.WhyNot;

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
        return switch (WhyNot.ofTrainingReason(reason)) {
            case CAPACITY ->
                failure(
                        FailureClass.CAPACITY,
                        reason,
                        "Name further instance types in the request, or try again later.");
            case SPOT -> failure(FailureClass.CAPACITY, reason, "Raise maxWaitSeconds, or ask without spot.");
            case QUOTA ->
                failure(FailureClass.QUOTA, reason, "Ask AWS for a higher quota, or name another instance type.");
            case PLATFORM, THROTTLING, OURS, ALREADY_EXISTS, NOT_FOUND ->
                failure(FailureClass.PLATFORM, reason, "Resume the job: AWS failed, not the request.");
            case CALLER ->
                failure(
                        FailureClass.CALLER,
                        reason,
                        "Mend what the cause names, in the data or the hyperparameters, and submit again.");
        };
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
        if (report.secondaryStatus().equals("MaxWaitTimeExceeded")) {
            return new Failure(
                    FailureClass.CAPACITY,
                    "Spot capacity did not last: MaxWaitTimeExceeded.",
                    "Raise maxWaitSeconds, or ask without spot.");
        }
        return new Failure(
                FailureClass.PLATFORM,
                "The training job was stopped, and not by Trainyard.",
                "Find out who stopped it, then resume the job.");
    }

    private static Failure failure(FailureClass type, String cause, String nextAction) {
        return new Failure(type, cause, nextAction);
    }
}
