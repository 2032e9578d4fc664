package io.trainyard.tests.mortal;

import io.trainyard.events.ResourceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One name and what was said about it, oldest first. */
public record Resource(ResourceName name, List<Line> lines) {

    /** One line of the ledger: a call, a refusal, or something that happened. */
    public record Line(Instant at, String what) {}

    public long count(String what) {
        return lines.stream().filter(line -> line.what().equals(what)).count();
    }

    public Optional<Instant> first(String... any) {
        return lines.stream()
                .filter(line -> List.of(any).contains(line.what()))
                .map(Line::at)
                .findFirst();
    }

    /** How many calls of the operation were not refused. */
    public long accepted(String operation) {
        return count(operation) - count(operation + " refused");
    }
}
