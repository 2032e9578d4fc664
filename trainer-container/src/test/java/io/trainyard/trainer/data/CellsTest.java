package io.trainyard.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"1,1", "-2.5,-2.5", "1e3,1000", ".5,0.5", "+7,7"})
    void readsDecimalNumbers(String text, double value) throws BadCell {
        assertThat(Cells.number(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "n/a", "NaN", "nan", "null", "?"})
    void knowsWhatStandsForAMissingValue(String text) {
        assertThatThrownBy(() -> Cells.number(text)).isInstanceOf(BadCell.class).hasMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,5", "1f", "2d", "0x1p3", "12 kg", "--1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Cells.number(text)).hasMessage("'" + text + "' is not a number");
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> Cells.number("Infinity")).hasMessage("'Infinity' is not a finite number");
        assertThatThrownBy(() -> Cells.number("1e300")).hasMessage("'1e300' is not a finite number");
    }
}
