package io.trainyard.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {

    private static final String BUCKET = "s3://data/";

    @ParameterizedTest
    @ValueSource(strings = {"a b", "100%", "#1", "what?", "größe", "a//b", "[1]", "", "\uD83D\uDC27.csv"})
    void takesEveryKeyThatS3Takes(String key) {
        assertThat(S3Location.parse(BUCKET + key)).contains(new S3Location("data", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "\u0000", "a\u007f", "a\u0085", "a\uD83D"})
    void refusesKeysThatNoListingCanName(String key) {
        assertThat(S3Location.parse(BUCKET + key)).isEmpty();
    }

    /** S3 counts a key's bytes, SageMaker a location's characters. */
    @Test
    void refusesWhatIsTooLongForS3OrForSageMaker() {
        String longest = "x".repeat(1024 - BUCKET.length());
        String wide = "\u20ac".repeat(341);
        assertThat(wide.getBytes(StandardCharsets.UTF_8)).hasSize(1023);

        assertThat(S3Location.parse(BUCKET + longest)).isPresent();
        assertThat(S3Location.parse(BUCKET + longest + "x")).isEmpty();
        assertThat(S3Location.parse(BUCKET + wide)).isPresent();
        assertThat(S3Location.parse(BUCKET + wide + "\u20ac")).isEmpty();
    }
}
