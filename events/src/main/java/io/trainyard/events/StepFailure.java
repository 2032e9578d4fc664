package io.trainyard.events;

/** The final failure of a step: its event carries {@code over}, and the run is lost. */
public interface StepFailure extends StepFact {

    Failure failure();
}
