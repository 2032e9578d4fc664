package io.trainyard.lambda;

/**
 * What a service does with a message. Delivered at least once, in any order. Returning means that the message has done its work;
 * an exception that it has to come again.
 */
public interface MessageHandler {

    void handle(Message message);
}
