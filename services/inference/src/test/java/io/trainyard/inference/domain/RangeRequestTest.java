package io.trainyard.inference.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeRequestTest {

    @Test
    void makesOneRowPerPointAndLeavesTheEndOut() {
        var range =
                of("{\"features\":[5, 0.25, \"a \\\"b\\\", c\"], \"range\":{\"start\":1.1,\"end\":3.1,\"step\":0.1}}");

        assertThat(range.points()).hasSize(20);
        assertThat(range.points().getLast()).asString().isEqualTo("3.0");
        assertThat(range.csv()).startsWith("5,0.25,\"a \"\"b\"\", c\",1.1\n").endsWith(",3.0\n");
    }

    @Test
    void aModelOfOneFeatureNeedsNoOthers() {
        assertThat(of("{\"features\":[], \"range\":{\"start\":0,\"end\":2,\"step\":1}}")
                        .csv())
                .isEqualTo("0\n1\n");
    }

    @Test
    void otherJsonIsNoRange() {
        assertThat(RangeRequest.of(bytes("{\"instances\":[[1,2]]}"))).isEmpty();
        assertThat(RangeRequest.of(bytes("[[1,2]]"))).isEmpty();
    }

    @Test
    void takesAThousandPointsAndNoMore() {
        assertThat(of(range("0", "1000", "1")).points()).hasSize(1_000);
        assertThatThrownBy(() -> of(range("0", "1000.5", "1"))).hasMessageContaining("1001 points, at most 1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0     | 1   | 0    | range.step must be more than 0
                    0     | 1   | -0.1 | range.step must be more than 0
                    1     | 1   | 0.1  | range.end must be more than range.start
                    "0"   | 1   | 0.1  | range.start must be a number
                    0     | 1   | null | range.step must be a number
                    0     | 1e9 | 1e-9 | points, at most 1000
                    0     | 1e-999997   | 1e-1000000   | range.end must be written with at most 40 digits
                    1     | 1e200000000 | 1            | range.end must be written with at most 40 digits
                    0     | 1           | -1e200000000 | range.step must be written with at most 40 digits
                    0     | 1           | 1e99999999999 | too large or too small to read
                    0     | 1           | 1.00000000000000000000000000000000000000001 | range.step must be written with
                    """)
    void refusesARangeThatCannotBe(String start, String end, String step, String sentence) {
        assertThatThrownBy(() -> of(range(start, end, step)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void takesTheSmallestAndTheLargestThatItSaysItTakes() {
        assertThat(of(range("0", "2e-40", "1e-40")).points()).hasSize(2);
        assertThat(of(range("1e40", "3e40", "1e40")).points()).hasSize(2);
    }

    /** A long row asked for a thousand times is gigabytes. */
    @Test
    void refusesRowsThatTogetherAreMoreThanAModelTakes() {
        String row = "\"" + "x".repeat(5_000) + "\"";
        String asked = "{\"features\":[%s],\"range\":{\"start\":0,\"end\":%d,\"step\":1}}";

        assertThat(of(asked.formatted(row, 800)).points()).hasSize(800);
        assertThatThrownBy(() -> of(asked.formatted(row, 1_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 rows of up to 5")
                .hasMessageContaining("take a larger step");
    }

    @Test
    void refusesFeaturesThatAreNoList() {
        assertThatThrownBy(() -> of("{\"range\":{\"start\":0,\"end\":1,\"step\":1}}"))
                .hasMessageContaining("\"features\"");
        assertThatThrownBy(() -> of("{\"features\":[[1]],\"range\":{\"start\":0,\"end\":1,\"step\":1}}"))
                .hasMessage("features[0] must be a number or text, not an array");
    }

    @Test
    void saysWhereJsonBreaks() {
        assertThatThrownBy(() -> of("{\"features\": [1,}"))
                .hasMessageContaining("not JSON")
                .hasMessageContaining("line 1");
    }

    private static String range(String start, String end, String step) {
        return "{\"features\":[1],\"range\":{\"start\":%s,\"end\":%s,\"step\":%s}}".formatted(start, end, step);
    }

    private static RangeRequest of(String json) {
        return RangeRequest.of(bytes(json)).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
