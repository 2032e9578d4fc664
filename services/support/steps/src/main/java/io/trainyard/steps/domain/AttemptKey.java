package io.trainyard.steps.domain;

import io.trainyard.events.ResourceName;
import java.util.Objects;

/** Which attempt: one row, one resource, one effect. */
public record AttemptKey(String jobId, int run, String step, int attempt) {

    public AttemptKey {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(step, "step");
    }

    public static AttemptKey of(ResourceName name) {
        return new AttemptKey(name.jobId(), name.run(), name.step(), name.attempt());
    }

    /** The name of the resource that this attempt makes. */
    public String resource(String prefix) {
        return new ResourceName(prefix, jobId, step, run, attempt).toString();
    }
}
