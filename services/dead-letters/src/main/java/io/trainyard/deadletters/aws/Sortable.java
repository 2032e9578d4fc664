package io.trainyard.deadletters.aws;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as texts that sort as times do: always nine digits of a second. */
final class Sortable {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Sortable() {}

    /** @throws IllegalArgumentException for a year that is written with a sign, and so sorts before all others */
    static String text(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(time + " does not sort: it has to be from the year 0 to 9999");
        }
        return FORMAT.format(time);
    }
}
