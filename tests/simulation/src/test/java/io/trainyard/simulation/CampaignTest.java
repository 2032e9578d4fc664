package io.trainyard.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void runsEverySeedOnceAndPrintsEveryFault() throws InterruptedException {
        boolean holds = new Campaign(new Options(40, 6), out).run();

        assertThat(holds).isTrue();
        assertThat(text()).contains("6 seeds from 40,", "0 violations");
        assertThat(text())
                .contains(Arrays.stream(Fault.values()).map(Fault::name).toList());
    }

    @Test
    void tellsWhatWasDoneWhenItIsStopped() throws InterruptedException {
        var campaign = new Campaign(new Options(1, 1_000_000), out);
        campaign.stop();
        campaign.run();

        assertThat(text()).contains("interrupted after 0 seeds from 1");
    }

    @Test
    void readsWhatItIsAskedFor() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(1, 1));
        assertThat(Options.parse(List.of("7"))).isEqualTo(new Options(7, 1));
        assertThat(Options.parse(List.of("7", "20"))).isEqualTo(new Options(7, 20));
        assertThat(Options.parse(List.of("--seeds", "20", "--from", "7"))).isEqualTo(new Options(7, 20));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Options.parse(List.of("--seeds")))
                .hasMessageContaining("--seeds must be a whole number");
        assertThatThrownBy(() -> Options.parse(List.of("--seeds", "0"))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Options.parse(List.of("--fast"))).hasMessageContaining("not '--fast'");
        assertThatThrownBy(() -> Options.parse(List.of("1", "2", "3")))
                .hasMessageContaining("one argument too many: 3");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
