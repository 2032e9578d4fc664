package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Replays;
import io.trainyard.letters.domain.Replay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Replays in memory; the letters count them. */
public final class InMemoryReplays implements Replays {

    private final Map<String, Replay> replays = new LinkedHashMap<>();
    private final InMemoryLetters letters;

    public InMemoryReplays(InMemoryLetters letters) {
        this.letters = letters;
    }

    @Override
    public synchronized Optional<Replay> find(String id) {
        return Optional.ofNullable(replays.get(id));
    }

    @Override
    public synchronized void write(Replay replay) {
        replays.put(replay.id(), replay);
    }

    @Override
    public long done(String id) {
        return letters.done(id);
    }
}
