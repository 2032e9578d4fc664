package io.trainyard.ledger.aws;

import io.trainyard.events.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has read of the jobs that it heard of last. A written fact or verdict never changes, so what was read once
 * need not be read again: without this, each event of a job of n events costs the reading of n. Safe for several threads.
 */
final class RememberedFacts {

    /** An event as its row holds it; {@code source} is empty where none was kept. */
    record Fact(Event event, Optional<String> source) {}

    private final long mostCharacters;
    private final Map<String, Map<String, Fact>> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> characters = new HashMap<>();
    private long total;

    /** @param mostCharacters of the texts that the facts were read from; the jobs heard of longest ago are forgotten first */
    RememberedFacts(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    synchronized Optional<Fact> find(String jobId, String sort) {
        return Optional.ofNullable(jobs.getOrDefault(jobId, Map.of()).get(sort));
    }

    /** @param length of the text that it was read from or written as */
    synchronized void remember(String jobId, String sort, Fact fact, int length) {
        if (jobs.computeIfAbsent(jobId, job -> new HashMap<>()).put(sort, fact) == null) {
            characters.merge(jobId, (long) length, Long::sum);
            total += length;
        }
        var eldest = jobs.keySet().iterator();
        while (total > mostCharacters && eldest.hasNext()) {
            total -= characters.remove(eldest.next());
            eldest.remove();
        }
    }
}
