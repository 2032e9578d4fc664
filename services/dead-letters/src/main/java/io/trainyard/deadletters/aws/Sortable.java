package io.trainyard.deadletters.aws;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as texts that sort as times do: always nine digits of a second. */
final class Sortable {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private Sortable() {}

    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
