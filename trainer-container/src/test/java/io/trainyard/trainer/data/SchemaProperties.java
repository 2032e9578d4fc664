package io.trainyard.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SchemaProperties {

    @Property(tries = 200)
    void standardisedTrainingRowsHaveMeanNoughtAndDeviationOne(
            @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -1e4, max = 1e4) Double> values) {
        List<String> texts = values.stream()
                .map(value -> String.format(Locale.ROOT, "%.4f", value))
                .toList();
        Moments moments = Moments.of(texts);
        Schema schema = new Schema(List.of(new Feature.Numeric("x", moments.mean(), moments.deviationOrOne())));

        List<Float> encoded = new ArrayList<>();
        texts.forEach(text -> encoded.add(schema.encode(List.of(text), SchemaProperties::unexpected)[0]));
        double mean = encoded.stream().mapToDouble(Float::doubleValue).average().orElseThrow();
        double variance = encoded.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0, within(1e-3));
        assertThat(variance)
                .satisfiesAnyOf(
                        one -> assertThat(one).isCloseTo(1, within(1e-2)),
                        constant ->
                                assertThat(texts.stream().distinct().count()).isEqualTo(1));
    }

    @Property(tries = 200)
    void aTargetComesBackFromItsOwnUnit(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double value,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double scale)
            throws BadCell {
        Target.Quantity quantity = new Target.Quantity("y", 12.5, scale);

        double back = quantity.decode(quantity.encode(String.valueOf(value)));

        assertThat(back).isCloseTo(value, within(Math.max(1e-3, Math.abs(value) * 1e-5)));
    }

    private static void unexpected(String column, String problem) {
        throw new AssertionError(column + ": " + problem);
    }
}
