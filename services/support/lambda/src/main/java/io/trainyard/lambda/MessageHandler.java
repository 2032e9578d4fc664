package io.trainyard.lambda;

import java.util.List;

/**
 * What a service does with a message. Delivered at least once, in any order. Returning means that the message has done its work;
 * an exception that it has to come again.
 */
public interface MessageHandler {

    void handle(Message message);

    /**
     * Tells beforehand which messages of one batch {@link #handle} is called with next, those that can be read: for what is cheaper done
     * for several at once. Nothing may be done here.
     */
    default void expect(List<Message> batch) {}

    /**
     * What {@link #handle} would do with the message now, step by step, without doing any of it. A service that cannot tell says that the
     * message can be read.
     *
     * @throws RuntimeException as {@code handle} would
     */
    default List<String> decide(Message message) {
        return List.of(message.name() + " can be read and would be handled");
    }
}
