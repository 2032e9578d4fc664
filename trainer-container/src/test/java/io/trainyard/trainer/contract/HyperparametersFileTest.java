package io.trainyard.trainer.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HyperparametersFileTest {

    @TempDir
    Path folder;

    @Test
    void readsPlainAndQuotedStringsAlike() throws IOException {
        assertThat(
                        read(
                                "{\"optimizer\":\"adam\",\"target\":\"\\\"species\\\"\",\"epochs\":\"\\\"60\\\"\",\"seed\":\" 3 \"}"))
                .isEqualTo(Map.of("optimizer", "adam", "target", "species", "epochs", "60", "seed", "3"));
    }

    @Test
    void readsNumbersAsTheirText() throws IOException {
        assertThat(read("{\"epochs\": 60}")).isEqualTo(Map.of("epochs", "60"));
    }

    @Test
    void keepsAQuoteThatIsNotAPair() throws IOException {
        assertThat(read("{\"target\":\"\\\"\"}")).isEqualTo(Map.of("target", "\""));
    }

    @Test
    void refusesWhatIsNotAnObjectOfStrings() {
        assertThatThrownBy(() -> read("[1]"))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("one JSON object");
        assertThatThrownBy(() -> read("{\"a\":"))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> read("{\"a\":{}}"))
                .isInstanceOf(ContainerFailure.class)
                .hasMessage("hyperparameter 'a' must be a string, not {}");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> HyperparametersFile.read(folder.resolve("none.json")))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("none.json is missing");
    }

    private Map<String, String> read(String json) throws IOException {
        return HyperparametersFile.read(Files.writeString(folder.resolve("hyperparameters.json"), json));
    }
}
