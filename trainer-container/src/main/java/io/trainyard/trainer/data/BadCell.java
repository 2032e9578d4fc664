package io.trainyard.trainer.data;

/** A text that cannot become a number; whoever catches it knows row and column. */
public final class BadCell extends Exception {

    /** Says what is wrong with the text. */
    public BadCell(String problem) {
        super(problem, null, false, false);
    }
}
