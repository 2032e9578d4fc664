package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters in memory, counted from the letters themselves. */
public final class InMemoryLetters implements Letters {

    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Long> done = new LinkedHashMap<>();
    private final List<Letter> parkings = new ArrayList<>();

    @Override
    public synchronized Optional<Letter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public synchronized boolean create(Letter letter) {
        if (letters.putIfAbsent(letter.id(), letter) != null) {
            return false;
        }
        parkings.add(letter);
        return true;
    }

    @Override
    public synchronized boolean replace(Letter read, Letter next) {
        if (letters.get(read.id()).version() != read.version()) {
            return false;
        }
        letters.put(next.id(), next);
        if (next.parkings() > read.parkings()) {
            parkings.add(next);
        }
        return true;
    }

    @Override
    public synchronized boolean replace(Letter read, Letter next, String replay) {
        boolean written = replace(read, next);
        if (written) {
            done.merge(replay, 1L, Long::sum);
        }
        return written;
    }

    @Override
    public synchronized List<CauseCount> causes() {
        var counts = new LinkedHashMap<String, CauseCount>();
        for (Letter parked : parkings) {
            String fingerprint = parked.cause().fingerprint();
            CauseCount before = counts.get(fingerprint);
            Instant first = before == null ? parked.parkedAt() : before.firstSeen();
            long total = before == null ? 1 : before.total() + 1;
            counts.put(
                    fingerprint,
                    new CauseCount(
                            fingerprint,
                            parked.cause(),
                            waiting(fingerprint),
                            total,
                            first,
                            parked.parkedAt(),
                            parked.id()));
        }
        return List.copyOf(counts.values());
    }

    @Override
    public synchronized List<Letter> open(String fingerprint, Instant upTo, int limit) {
        return letters.values().stream()
                .filter(letter ->
                        letter.parked() && letter.cause().fingerprint().equals(fingerprint))
                .filter(letter -> !letter.parkedAt().isAfter(upTo))
                .sorted(Comparator.comparing(Letter::parkedAt))
                .limit(limit)
                .toList();
    }

    /** Every letter, for tests. */
    public synchronized Collection<Letter> all() {
        return List.copyOf(letters.values());
    }

    /** How many letters a replay has sent back. */
    public synchronized long done(String replay) {
        return done.getOrDefault(replay, 0L);
    }

    private long waiting(String fingerprint) {
        return letters.values().stream()
                .filter(letter ->
                        letter.parked() && letter.cause().fingerprint().equals(fingerprint))
                .count();
    }
}
