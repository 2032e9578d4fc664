package io.trainyard.letters.domain;

/** What became of asking for something at the desk. */
public sealed interface Decided {

    /** It is done. */
    record Done(String message) implements Decided {}

    /** There is no such letter. */
    record Unknown() implements Decided {}

    /** That cannot be done with this letter, and why. */
    record Impossible(String message) implements Decided {}
}
