package io.trainyard.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class MatchingProperties {

    @Property
    void aStarStandsForAnythingAndEverythingElseForItself(
            @ForAll @StringLength(min = 1, max = 5) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
            @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') String name) {
        var expected = Pattern.compile(pattern.chars()
                        .mapToObj(letter -> letter == '*' ? ".*" : Character.toString(letter))
                        .collect(Collectors.joining()))
                .matcher(name)
                .matches();

        assertThat(new Matching("*", "*", pattern, "*").matches(Occasion.of("Any", name)))
                .isEqualTo(expected);
    }
}
