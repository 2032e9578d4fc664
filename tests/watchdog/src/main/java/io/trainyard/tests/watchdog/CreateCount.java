package io.trainyard.tests.watchdog;

import io.trainyard.tests.mortal.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When SageMaker was asked for training jobs.
 *
 * @param created when, in order
 * @param fastest the most in any minute
 * @param longest that the first job of another caller took from its request to its create; empty where one never got there
 * @param waits of all others, in words
 */
record CreateCount(List<Instant> created, int fastest, Optional<Duration> longest, List<String> waits) {

    private static final double MILLIS = 1000;

    static CreateCount of(List<AskedJob> jobs, List<AskedJob> others, Resources ledger) {
        List<Instant> created = jobs.stream()
                .flatMap(job -> job.created(ledger).stream())
                .sorted()
                .toList();
        List<String> waits = new ArrayList<>();
        Optional<Duration> longest = Optional.of(Duration.ZERO);
        for (AskedJob other : others) {
            Optional<Duration> wait = other.created(ledger).map(at -> Duration.between(other.at(), at));
            long before = created.stream().filter(at -> at.isBefore(other.at())).count();
            waits.add("first job of %s: asked for after %d creates, created after %s"
                    .formatted(
                            other.caller(),
                            before,
                            wait.map(CreateCount::seconds).orElse("never")));
            longest = longest.flatMap(most -> wait.map(it -> it.compareTo(most) > 0 ? it : most));
        }
        return new CreateCount(created, CreateRate.fastestMinute(created), longest, List.copyOf(waits));
    }

    boolean holds(CreateRate rate, Duration within) {
        return fastest <= rate.mostInAMinute()
                && longest.filter(wait -> wait.compareTo(within) <= 0).isPresent();
    }

    String line() {
        Duration took = created.isEmpty() ? Duration.ZERO : Duration.between(created.getFirst(), created.getLast());
        return "%d creates in %d s (at most %d in a minute), first jobs of %d other callers created after %s at most"
                .formatted(
                        created.size(),
                        took.toSeconds(),
                        fastest,
                        waits.size(),
                        longest.map(CreateCount::seconds).orElse("never"));
    }

    private static String seconds(Duration wait) {
        return "%.1f s".formatted(wait.toMillis() / MILLIS);
    }
}
