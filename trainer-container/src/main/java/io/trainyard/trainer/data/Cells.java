package io.trainyard.trainer.data;

import java.util.Locale;
import java.util.Set;

/** Reads single cells. */
public final class Cells {

    private static final Set<String> ABSENT = Set.of("", "na", "n/a", "nan", "null", "?");

    /** Longer texts are cut in messages: a whole file in one cell is no help to anybody. */
    private static final int SHOWN = 80;

    private Cells() {}

    /** A text as messages show it. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** Whether a text stands for a value that is not there. */
    public static boolean isAbsent(String text) {
        return ABSENT.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * A finite decimal number. Java's own spellings ("1f", "0x1p3", "Infinity") are not numbers here.
     *
     * @throws BadCell saying what the text is instead
     */
    public static double number(String text) throws BadCell {
        if (isAbsent(text)) {
            throw new BadCell("the value is missing ('" + text + "'); a number is expected");
        }
        char last = text.charAt(text.length() - 1);
        boolean decimal = last != 'f' && last != 'F' && last != 'd' && last != 'D' && text.indexOf('x') < 0;
        if (decimal && text.indexOf('X') < 0) {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value) && Math.abs(value) <= Float.MAX_VALUE) {
                    return value;
                }
                throw new BadCell("'" + shown(text) + "' is not a finite number");
            } catch (NumberFormatException e) {
                // Answered below: the parser's own message names neither row nor column.
            }
        }
        throw new BadCell("'" + shown(text) + "' is not a number");
    }
}
