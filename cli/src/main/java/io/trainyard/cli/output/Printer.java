package io.trainyard.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import java.util.List;

/**
 * Where commands write: results to standard output as text or JSON, progress to standard error and only for people.
 */
public final class Printer {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final Surroundings surroundings;
    private final boolean json;
    private final boolean colour;
    private boolean transientLine;

    /**
     * @param json whether standard output holds JSON and nothing else
     * @param colour whether colour is allowed at all
     */
    public Printer(Surroundings surroundings, boolean json, boolean colour) {
        this.surroundings = surroundings;
        this.json = json;
        this.colour = colour
                && surroundings.terminal()
                && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
    }

    public boolean isJson() {
        return json;
    }

    /** A result for programs; nothing in text mode. */
    public void document(JsonNode document) {
        if (json) {
            surroundings.out().println(Json.pretty(document));
        }
    }

    /** A line of the result for people; nothing in JSON mode. */
    public void line(String text) {
        if (!json) {
            clear();
            surroundings.out().println(text);
        }
    }

    /** Rows in columns, the first one as the heading. */
    public void table(List<List<String>> rows) {
        Columns.align(rows).forEach(this::line);
    }

    /** A line about what is going on. */
    public void progress(String text) {
        if (!json) {
            clear();
            surroundings.err().println(text);
        }
    }

    /** What is going on this moment: overwritten by the next line, shown on terminals only. */
    public void now(String text) {
        if (!json && surroundings.terminal()) {
            surroundings.err().print(CLEAR_LINE + paint(Style.FAINT, text));
            surroundings.err().flush();
            transientLine = true;
        }
    }

    /** The text in a style, where colour is shown. */
    public String paint(Style style, String text) {
        return colour ? style.paint(text) : text;
    }

    private void clear() {
        if (transientLine) {
            surroundings.err().print(CLEAR_LINE);
            surroundings.err().flush();
            transientLine = false;
        }
    }
}
