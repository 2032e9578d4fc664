package io.trainyard.tests.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void tellsWhatEachRunShows() {
        assertThat(call("--help")).isZero();
        assertThat(printed.toString()).contains("lost-events", "crowd", "verdict.");
        assertThat(call("crowd", "--help")).isZero();
        assertThat(printed.toString()).contains("--steps", "--callers", "--rate", "(2000)");
    }

    @Test
    void aWrongCommandLineHasAStatusOfItsOwn() {
        assertThat(call("lost-events", "--first-check", "soon")).isEqualTo(2);
        assertThat(printed.toString()).contains("'soon' is no time; write one such as 30s or 10m");
        assertThat(call("crowd", "--rate", "0")).isEqualTo(2);
        assertThat(printed.toString()).contains("'0' is no count; write a whole number from 1 to 999999");
        assertThat(call()).isEqualTo(2);
    }

    private int call(String... arguments) {
        CommandLine line = Main.commandLine(Surroundings.ofThisProcess());
        var writer = new PrintWriter(printed, true);
        return line.setOut(writer).setErr(writer).execute(arguments);
    }
}
