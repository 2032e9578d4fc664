package io.trainyard.inference.domain;

import io.trainyard.slots.Slot;
import java.util.Objects;

/** What a caller's word for a model leads to. */
public sealed interface Target {

    /** It serves. */
    record Ready(Slot slot) implements Target {
        public Ready {
            Objects.requireNonNull(slot, "slot");
        }
    }

    /**
     * It is known and does not serve.
     *
     * @param status of the job or its endpoint
     * @param sentence what the caller can do
     */
    record NotServing(String jobId, String status, String sentence) implements Target {
        public NotServing {
            Objects.requireNonNull(jobId, "jobId");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(sentence, "sentence");
        }

        /** A job without an endpoint that serves. */
        public static NotServing of(KnownJob job) {
            String advice = switch (job.status()) {
                case "ERROR", "REJECTED", "CANCELLED" -> "it will not serve: GET /jobs/" + job.jobId() + " says why";
                case "ENDPOINT_DELETED" -> "its endpoint was retired: submit the job again to serve the model again";
                case "COMPLETED" -> "it deploys no endpoint";
                case "PARKED" -> "it waits for an operator";
                default -> "try again when it is READY";
            };
            return new NotServing(
                    job.jobId(), job.status(), "job " + job.jobId() + " is " + job.status() + "; " + advice);
        }

        /** A job whose endpoint is not ready yet, or leaves. */
        public static NotServing of(Slot slot) {
            String jobId = slot.key().jobId();
            return switch (slot.state()) {
                case DEPLOYING ->
                    new NotServing(
                            jobId,
                            "DEPLOYING_ENDPOINT",
                            "job " + jobId + " is DEPLOYING_ENDPOINT; try again when it is READY");
                case RETIRING, READY ->
                    new NotServing(
                            jobId,
                            "ENDPOINT_DELETED",
                            "the endpoint of job " + jobId
                                    + " was retired; submit the job again to serve the model again");
            };
        }
    }

    /** Nobody knows it. */
    record Unknown(String sentence) implements Target {
        public Unknown {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
