package io.trainyard.trainer.contract;

/** Ends a run with a sentence that a caller can act on; it goes into the failure file as it is. */
public class ContainerFailure extends RuntimeException {

    /** A failure that needs no stack trace: the sentence says it all. */
    public ContainerFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** A failure whose cause is worth keeping in the log. */
    public ContainerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
