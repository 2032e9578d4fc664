package io.trainyard.cli.output;

/** Colours on a terminal; plain text where NO_COLOR is set, output is redirected or colour is refused. */
public enum Style {
    /** What went well. */
    GOOD("32"),
    /** What failed. */
    BAD("31"),
    /** What needs a look. */
    WARNING("33"),
    /** What matters less. */
    FAINT("2"),
    /** What matters most. */
    STRONG("1");

    private final String sequence;

    Style(String sequence) {
        this.sequence = sequence;
    }

    String paint(String text) {
        return "\u001b[" + sequence + "m" + text + "\u001b[0m";
    }
}
