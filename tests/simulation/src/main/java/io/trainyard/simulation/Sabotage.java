package io.trainyard.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is made to go wrong on purpose, beside what goes wrong by chance: a port that answers something else, a message that kills whoever
 * handles it, a service that hears nothing.
 */
final class Sabotage {

    private final Map<String, Object> answers = new HashMap<>();
    private final Set<String> deaf = new HashSet<>();
    private final Set<Message> seen = new LinkedHashSet<>();
    private final Set<Message> deadly = new HashSet<>();
    private final Map<Message, Runnable> deaths = new HashMap<>();
    private boolean watching;

    /**
     * A kind of message of a service.
     *
     * @param service the name of its inbox
     * @param name an event's name, or the first word of what a service sends to itself
     */
    record Message(String service, String name) {

        static Message of(String service, String what) {
            return new Message(service, what.split("[ :,]", 2)[0]);
        }
    }

    /** Lets a port call, such as {@code sagemaker.create}, answer this instead of doing anything. */
    void answer(String call, Object answer) {
        answers.put(call, answer);
    }

    /** Lets the first message of this kind kill its handler each time, until it is given up. */
    void deadly(Message message) {
        deadly.add(message);
    }

    /** Lets the ports do their work again. */
    void mend() {
        answers.clear();
    }

    /** Lets nothing reach a service any more: no rule matches. */
    void deafen(String service) {
        deaf.add(service);
    }

    /** Writes down which kinds of messages are received from now on. */
    void watch() {
        watching = true;
    }

    Set<Message> seen() {
        return seen;
    }

    Optional<Object> instead(String call) {
        return Optional.ofNullable(answers.get(call));
    }

    boolean isDeaf(String service) {
        return deaf.contains(service);
    }

    /** Whether this message kills its handler. */
    boolean kills(String service, Supplier<String> what, Runnable handler) {
        if (!watching && deadly.isEmpty()) {
            return false;
        }
        Message message = Message.of(service, what.get());
        if (watching) {
            seen.add(message);
        }
        return deadly.contains(message) && deaths.computeIfAbsent(message, first -> handler) == handler;
    }

    /** A message has been received for the last time: what comes back of it kills nobody any more. */
    void givenUp(String service, String what) {
        Message message = Message.of(service, what);
        if (deaths.remove(message) != null) {
            deadly.remove(message);
        }
    }
}
