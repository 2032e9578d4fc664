package io.trainyard.letters.app;

import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Rewrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The letters and how many there are of each cause. A letter and the count of its cause change in one write. Reads of one letter are
 * consistent; lists may be a moment behind. An answered write is never lost.
 */
public interface Letters {

    /** How many letters one write takes: what SQS hands over at once. */
    int TOGETHER = 10;

    Optional<Letter> find(String id);

    /** Keeps a letter that dies for the first time. False where it is kept already; nothing is written then. */
    default boolean create(Letter letter) {
        return create(List.of(letter));
    }

    /**
     * Keeps up to {@link #TOGETHER} letters in one write. False where one of them is kept already; nothing is written then.
     *
     * @param letters each of another id
     */
    boolean create(List<Letter> letters);

    /** Writes {@code next} over {@code read}. False where the letter has changed meanwhile; nothing is written then. */
    default boolean replace(Letter read, Letter next) {
        return replace(List.of(new Rewrite(read, next)));
    }

    /** Up to {@link #TOGETHER} of these in one write. False where one of the letters has changed meanwhile; nothing is written then. */
    boolean replace(List<Rewrite> rewrites);

    /** The same, counted as so many letters of a replay in the same write. */
    boolean replace(List<Rewrite> rewrites, String replay);

    /** Every cause that ever was, the ones without open letters too. */
    List<CauseCount> causes();

    /**
     * Open letters of one cause that were parked up to a moment, the longest parked first.
     *
     * @param upTo not after the year 9999
     * @throws IllegalArgumentException for a moment after that
     */
    List<Letter> open(String fingerprint, Instant upTo, int limit);
}
