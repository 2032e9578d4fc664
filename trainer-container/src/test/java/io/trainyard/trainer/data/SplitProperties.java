package io.trainyard.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SplitProperties {

    @Property(tries = 200)
    void everyRowIsOnExactlyOneSide(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 4) Integer> groups,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double fraction,
            @ForAll long seed) {
        Split split = split(groups, fraction, seed);

        List<Integer> all = new ArrayList<>(split.training());
        all.addAll(split.validation());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, groups.size()).boxed().toList());
    }

    @Property(tries = 200)
    void everyGroupOfTwoOrMoreIsOnBothSides(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 4) Integer> groups, @ForAll long seed) {
        Split split = split(groups, 0.15, seed);

        groups.stream()
                .distinct()
                .filter(group -> groups.indexOf(group) != groups.lastIndexOf(group))
                .forEach(group -> {
                    assertThat(split.training()).anyMatch(row -> groups.get(row).equals(group));
                    assertThat(split.validation())
                            .anyMatch(row -> groups.get(row).equals(group));
                });
    }

    @Property(tries = 100)
    void theSameSeedGivesTheSameSplit(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(max = 2) Integer> groups, @ForAll long seed) {
        assertThat(split(groups, 0.3, seed)).isEqualTo(split(groups, 0.3, seed));
    }

    private static Split split(List<Integer> groups, double fraction, long seed) {
        return Split.of(groups.stream().map(String::valueOf).toList(), fraction, seed);
    }
}
