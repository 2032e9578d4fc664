package io.trainyard.letters.app;

import io.trainyard.letters.domain.Replay;
import java.util.Optional;

/** The replays that were asked for. Reads are consistent. */
public interface Replays {

    Optional<Replay> find(String id);

    /** Writes a replay over whatever there is of it; how many are done is not touched. */
    void write(Replay replay);

    /** How many letters of it are sent back. */
    long done(String id);
}
