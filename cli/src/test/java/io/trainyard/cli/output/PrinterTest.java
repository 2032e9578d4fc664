package io.trainyard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrinterTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void coloursOnlyOnATerminalThatAllowsThem() {
        assertThat(printer(Map.of("TRAINYARD_TERMINAL", "1"), true).paint(Style.GOOD, "up"))
                .isEqualTo("\u001b[32mup\u001b[0m");
        assertThat(printer(Map.of("TRAINYARD_TERMINAL", "1"), false).paint(Style.GOOD, "up"))
                .isEqualTo("up");
        assertThat(printer(Map.of("TRAINYARD_TERMINAL", "1", "NO_COLOR", "1"), true)
                        .paint(Style.GOOD, "up"))
                .isEqualTo("up");
        assertThat(printer(Map.of(), true).paint(Style.GOOD, "up")).isEqualTo("up");
    }

    @Test
    void aPassingLineIsWipedBeforeTheNextStays() {
        Printer printer = printer(Map.of("TRAINYARD_TERMINAL", "1"), false);
        printer.now("epoch 1");
        printer.progress("done");

        assertThat(err.toString()).isEqualToIgnoringNewLines("\r\u001b[2Kepoch 1\r\u001b[2Kdone");
    }

    @Test
    void passingLinesAreNotShownWhereNobodyLooks() {
        printer(Map.of(), true).now("epoch 1");

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void alignsColumns() {
        printer(Map.of(), true).table(List.of(List.of("A", "LONG"), List.of("longer", "x")));

        assertThat(out.toString().lines()).containsExactly("A       LONG", "longer  x");
    }

    @Test
    void saysDurationsAsPeopleDo() {
        assertThat(Elapsed.text(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
        assertThat(Elapsed.text(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Elapsed.text(Duration.ofMinutes(61))).isEqualTo("1 h 01 min");
    }

    private Printer printer(Map<String, String> environment, boolean colour) {
        return new Printer(CommandRun.surroundings(Path.of("."), environment, out, err), false, colour);
    }
}
