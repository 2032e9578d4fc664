package io.trainyard.events;

/** A fact about one attempt of one step. */
public interface StepFact {

    /** The step's name in the plan. */
    String step();

    /** 1 for the first try of the step in its run. */
    int attempt();
}
