package io.trainyard.local.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

    @ParameterizedTest
    @CsvSource({
        "data/train/, data/train/rows.csv, rows.csv",
        "data/train, data/train/rows.csv, rows.csv",
        "data/train/, data/train/a/rows.csv, a/rows.csv",
        "data/train/rows.csv, data/train/rows.csv, rows.csv",
        "data/tr, data/train/rows.csv, train/rows.csv",
        "'', rows.csv, rows.csv",
        "daten/größe/, daten/größe/zeilen ä.csv, zeilen ä.csv"
    })
    void keepsWhatIsBelowThePrefix(String prefix, String key, String name) {
        assertThat(Channels.below(prefix, key)).isEqualTo(name);
    }
}
