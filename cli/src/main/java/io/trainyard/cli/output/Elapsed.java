package io.trainyard.cli.output;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Durations as people say them. */
public final class Elapsed {

    private Elapsed() {}

    /** For example {@code 0.4 s}, {@code 12.3 s}, {@code 3 min 05 s}. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** The time between two instants as text; empty where one of them is none. */
    public static Optional<Duration> between(Optional<String> from, Optional<String> to) {
        return from.flatMap(Elapsed::instant)
                .flatMap(start -> to.flatMap(Elapsed::instant).map(end -> Duration.between(start, end)));
    }

    /** An ISO instant; empty where the text is none. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
