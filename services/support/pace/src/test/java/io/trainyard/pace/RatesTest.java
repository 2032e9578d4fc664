package io.trainyard.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting that says how fast AWS is called. */
class RatesTest {

    @Test
    void namesCallsASecondAndHowManyAtOnce() {
        Rates rates = Rates.of("CreateTrainingJob=1, Describe = 0.5/10");
        assertThat(rates.rate("CreateTrainingJob")).isEqualTo(new Rate(1, 4));
        assertThat(rates.rate("Describe")).isEqualTo(new Rate(0.5, 10));
    }

    @Test
    void everyFamilyThatIsNotNamedHasARate() {
        Rates rates = Rates.of("CreateModel=5");
        assertThat(rates.rate("CreateModel")).isEqualTo(new Rate(5, 5));
        assertThat(rates.rate(Rates.DESCRIBE)).isEqualTo(new Rate(1, 30));
        assertThat(rates.rate("DeleteEndpoint")).isEqualTo(new Rate(2, 20));
        assertThat(Rates.of("").rate("DeleteEndpoint")).isEqualTo(new Rate(2, 20));
    }

    @Test
    void aStarIsEveryFamilyWithoutANameOfItsOwn() {
        Rates rates = Rates.of("*=50/100,Describe=2/4");
        assertThat(rates.rate("CreateModel")).isEqualTo(new Rate(50, 100));
        assertThat(rates.rate(Rates.DESCRIBE)).isEqualTo(new Rate(2, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateModel",
                "CreateModel=",
                "CreateModel=fast",
                "CreateModel=0",
                "CreateModel=1/0",
                "CreateModel=1/x"
            })
    void saysWhatIsWrongAndHowToWriteIt(String setting) {
        assertThatThrownBy(() -> Rates.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("FAMILY=CALLS_PER_SECOND/AT_ONCE");
    }
}
