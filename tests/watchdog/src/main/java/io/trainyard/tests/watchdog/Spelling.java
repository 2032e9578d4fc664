package io.trainyard.tests.watchdog;

import java.time.Duration;
import picocli.CommandLine.TypeConversionException;

/** How counts and times are written on the command line. */
final class Spelling {

    private Spelling() {}

    static int count(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new TypeConversionException("'" + text + "' is no count; write a whole number from 1 to 999999");
        }
        return Integer.parseInt(text);
    }

    static Duration time(String text) {
        if (!text.matches("[1-9]\\d{0,5}[sm]")) {
            throw new TypeConversionException("'" + text + "' is no time; write one such as 30s or 10m");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
    }
}
