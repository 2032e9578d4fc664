package io.trainyard.letters.app;

import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The letters and how many there are of each cause. A letter and the count of its cause change in one write. Reads of one letter are
 * consistent; lists may be a moment behind. An answered write is never lost.
 */
public interface Letters {

    Optional<Letter> find(String id);

    /** Keeps a letter that dies for the first time. False where it is kept already; nothing is written then. */
    boolean create(Letter letter);

    /** Writes {@code next} over {@code read}. False where the letter has changed meanwhile; nothing is written then. */
    boolean replace(Letter read, Letter next);

    /** The same, counted as one letter of a replay in the same write. */
    boolean replace(Letter read, Letter next, String replay);

    /** Every cause that ever was, the ones without open letters too. */
    List<CauseCount> causes();

    /** Open letters of one cause that were parked up to a moment, the longest parked first. */
    List<Letter> open(String fingerprint, Instant upTo, int limit);
}
