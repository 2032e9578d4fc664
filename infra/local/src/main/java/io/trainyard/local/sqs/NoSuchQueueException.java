package io.trainyard.local.sqs;

/** There is no queue of that name. */
public final class NoSuchQueueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchQueueException(String queue) {
        super("there is no queue '" + queue + "'");
    }
}
