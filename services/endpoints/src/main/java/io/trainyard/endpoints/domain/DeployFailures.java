package io.trainyard.endpoints.domain;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.steps.domain.WhyNot;

/** Whose fault it is that SageMaker could not bring an endpoint into service, from the reason it gave. */
public final class DeployFailures {

    private DeployFailures() {}

    /** @param reason SageMaker's {@code FailureReason} */
    public static Failure of(String reason) {
        return switch (WhyNot.ofEndpointReason(reason)) {
            case CAPACITY, SPOT ->
                new Failure(
                        FailureClass.CAPACITY,
                        reason,
                        "resume the job later, or name another instance type for the endpoint");
            case QUOTA ->
                new Failure(FailureClass.QUOTA, reason, "ask AWS for a higher quota, or name another instance type");
            case CALLER ->
                new Failure(
                        FailureClass.CALLER,
                        reason,
                        "read the endpoint's log: its container has to answer /ping with 200; check the model's image and artifact");
            case PLATFORM, THROTTLING, OURS, ALREADY_EXISTS, NOT_FOUND ->
                new Failure(FailureClass.PLATFORM, reason, "resume the job; where it fails again, ask AWS support");
        };
    }

    /** Somebody deleted the endpoint before it was ready. */
    public static Failure vanished(String endpoint) {
        return new Failure(
                FailureClass.PLATFORM,
                "endpoint " + endpoint + " vanished while it was being deployed",
                "find out who deleted it, then resume the job");
    }

    /** The name is taken by something that is not this job's. */
    public static Failure foreign(String what, String name) {
        return new Failure(
                FailureClass.PLATFORM,
                what + " " + name + " exists already and does not belong to this job",
                "delete it, or submit the job again under another idempotency key");
    }

    /** The plan has no model before the endpoint. */
    public static Failure noModel(String step) {
        return new Failure(
                FailureClass.CALLER, "step " + step + " has no model to serve", "put a step of kind model before it");
    }
}
