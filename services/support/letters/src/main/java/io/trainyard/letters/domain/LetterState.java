package io.trainyard.letters.domain;

/** Where a letter is. */
public enum LetterState {
    /** It waits for a person. */
    PARKED,
    /** It was sent back to its service. */
    REPLAYED,
    /** It was given up. */
    DISCARDED
}
