package io.trainyard.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void comparesAccuracyWithTheMostFrequentClassOfTraining() {
        Score score = Score.ofClasses(List.of("a", "a", "b"), List.of("a", "b", "b", "b"), List.of("a", "b", "b", "a"));

        assertThat(score.baseline()).isEqualTo(0.25);
        assertThat(score.model()).isEqualTo(0.75);
        assertThat(score.reached()).isFalse();
    }

    @Test
    void comparesErrorsWithTheMeanOfTraining() {
        Score score = Score.ofNumbers(List.of(1.0, 3.0), List.of(0.0, 4.0), List.of(0.5, 3.5));

        assertThat(score.baseline()).isEqualTo(2.0);
        assertThat(score.model()).isEqualTo(0.5, within(1e-9));
        assertThat(score.reached()).isTrue();
    }

    @Test
    void aModelThatOnlyEqualsTheMeanMissesItsTarget() {
        assertThat(Score.ofNumbers(List.of(2.0), List.of(0.0, 4.0), List.of(2.0, 2.0))
                        .reached())
                .isFalse();
    }
}
