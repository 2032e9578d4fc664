package io.trainyard.letters.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sending many letters back, at a pace that their service can bear. Goes on where it was after any interruption.
 *
 * @param what {@code letter <id>}, {@code cause <fingerprint>} or {@code all}
 * @param by who asked for it
 * @param startedAt only letters parked before this are replayed
 * @param perSecond how many at most
 * @param total how many waited when it was asked for
 * @param causes the fingerprints that are not finished
 * @param endedAt null while it goes on
 */
public record Replay(
        String id,
        String what,
        String by,
        Instant startedAt,
        int perSecond,
        long total,
        List<String> causes,
        @Nullable Instant endedAt) {

    public Replay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(startedAt, "startedAt");
        causes = List.copyOf(causes);
    }

    /** The same with its first cause finished. */
    public Replay withoutFirst() {
        return new Replay(id, what, by, startedAt, perSecond, total, causes.subList(1, causes.size()), endedAt);
    }

    public Replay ended(Instant now) {
        return new Replay(id, what, by, startedAt, perSecond, total, List.of(), now);
    }

    /** Whether nothing is left to do. */
    public boolean over() {
        return endedAt != null;
    }
}
