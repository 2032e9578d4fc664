package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sender asks for.
 *
 * @param idempotencyKey the same key from the same sender is the same job; where there is none, each event is a job
 * @param name the label that people know the job by
 * @param mode {@code train} for training, model and endpoint in a row; {@code graph} for steps of one's own
 * @param deadlineSeconds how long the run may take in all; null for the deployment's default
 * @param image the container that trains and serves, for steps that name none
 * @param training what to train, in mode {@code train}
 * @param model the gate that the model has to pass; null for none
 * @param endpoint where the model is served; null for the deployment's defaults
 * @param steps the graph, in mode {@code graph}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobRequest(
        @Nullable String idempotencyKey,
        String name,
        Mode mode,
        @Nullable Integer deadlineSeconds,
        @Nullable String image,
        @Nullable TrainingSpec training,
        @Nullable ModelSpec model,
        @Nullable EndpointSpec endpoint,
        List<StepRequest> steps) {

    public JobRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
