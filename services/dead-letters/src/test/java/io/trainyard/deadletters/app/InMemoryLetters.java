package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Rewrite;
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

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Long> done = new LinkedHashMap<>();
    private final List<Letter> parkings = new ArrayList<>();

    @Override
    public synchronized Optional<Letter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public synchronized boolean create(List<Letter> fresh) {
        if (fresh.stream().anyMatch(letter -> letters.containsKey(letter.id()))) {
            return false;
        }
        fresh.forEach(letter -> letters.put(letter.id(), letter));
        parkings.addAll(fresh);
        return true;
    }

    @Override
    public synchronized boolean replace(List<Rewrite> rewrites) {
        if (rewrites.stream().anyMatch(this::isLate)) {
            return false;
        }
        for (Rewrite rewrite : rewrites) {
            letters.put(rewrite.next().id(), rewrite.next());
            if (rewrite.next().parkings() > rewrite.read().parkings()) {
                parkings.add(rewrite.next());
            }
        }
        return true;
    }

    @Override
    public synchronized boolean replace(List<Rewrite> rewrites, String replay) {
        boolean written = replace(rewrites);
        if (written) {
            done.merge(replay, (long) rewrites.size(), Long::sum);
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
        if (upTo.isAfter(LATEST)) {
            throw new IllegalArgumentException(upTo + " is after " + LATEST);
        }
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

    private boolean isLate(Rewrite rewrite) {
        return letters.get(rewrite.read().id()).version() != rewrite.read().version();
    }

    private long waiting(String fingerprint) {
        return letters.values().stream()
                .filter(letter ->
                        letter.parked() && letter.cause().fingerprint().equals(fingerprint))
                .count();
    }
}
