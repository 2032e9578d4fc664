package io.trainyard.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is made to go wrong on purpose, beside what goes wrong by chance: a port that answers something else, a service that dies. */
final class Sabotage {

    private final Map<String, Object> answers = new HashMap<>();
    private final Set<String> crashing = new HashSet<>();

    /** Lets a port call, such as {@code sagemaker.create}, answer this instead of doing anything. */
    void answer(String call, Object answer) {
        answers.put(call, answer);
    }

    /** Lets every handler of a service die before it does anything. */
    void crash(String service) {
        crashing.add(service);
    }

    /** Lets the services live again. */
    void mend() {
        crashing.clear();
    }

    Optional<Object> instead(String call) {
        return Optional.ofNullable(answers.get(call));
    }

    boolean crashes(String service) {
        return crashing.contains(service);
    }
}
