package io.trainyard.pace;

/**
 * How fast a control plane is called. Each API family has a bucket of tokens; a call takes one. Whoever finds none waits outside: the
 * message goes back to its queue with a delay and has used up no receive (protocol, section 5).
 */
public interface Pace {

    /** No limit at all. */
    Pace UNLIMITED = (family, caller) -> {};

    /**
     * Takes the token for one call.
     *
     * @param family such as {@code CreateTrainingJob}
     * @param caller on whose behalf; no caller's backlog keeps another from its share. Empty where nobody is known
     * @throws NoToken where there is none now; nothing was taken then
     */
    void take(String family, String caller);
}
