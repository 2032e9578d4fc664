package io.trainyard.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void percentilesAreValuesThatWereMeasured() {
        Samples samples = Samples.of(
                IntStream.rangeClosed(1, 200).mapToObj(i -> (double) i).toList());

        assertThat(samples.median()).isEqualTo(100);
        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(100)).isEqualTo(200);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void theOrderOfMeasuringDoesNotMatter() {
        Samples samples = Samples.of(List.of(9.0, 1.0, 5.0));

        assertThat(samples.median()).isEqualTo(5);
        assertThat(samples.largest()).isEqualTo(9);
        assertThat(samples.mean()).isEqualTo(5);
        assertThat(samples.count()).isEqualTo(3);
    }

    @Test
    void nothingMeasuredIsAnError() {
        assertThatThrownBy(() -> Samples.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
