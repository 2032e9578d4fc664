package io.trainyard.tests.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateCountTest {

    private static final CreateRate ONE = new CreateRate(1);
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final SageMakerBook book = new SageMakerBook();
    private final List<AskedJob> jobs = new ArrayList<>();

    @Test
    void aCrowdAtItsPaceAndAnotherThatGoesBetweenHold() {
        crowd(200, 1);
        book.training("CreateTrainingJob", "other", 102);

        CreateCount count = count();

        assertThat(count.holds(ONE, WITHIN)).isTrue();
        assertThat(count.line())
                .isEqualTo("201 creates in 199 s (at most 61 in a minute),"
                        + " first jobs of 1 other callers created after 2.0 s at most");
    }

    @Test
    void anotherBehindTheCrowdDoesNot() {
        crowd(200, 1);
        book.training("CreateTrainingJob", "other", 200);

        assertThat(count().holds(ONE, WITHIN)).isFalse();
    }

    @Test
    void anotherThatNeverCameDoesNot() {
        crowd(200, 1);

        assertThat(count().holds(ONE, WITHIN)).isFalse();
        assertThat(count().waits())
                .singleElement()
                .asString()
                .contains("asked for after 100 creates, created after never");
    }

    @Test
    void aFasterPaceDoesNot() {
        crowd(200, 2);
        book.training("CreateTrainingJob", "other", 102);

        assertThat(count().fastest()).isGreaterThan(ONE.mostInAMinute());
        assertThat(count().holds(ONE, WITHIN)).isFalse();
        assertThat(count().holds(new CreateRate(2), WITHIN)).isTrue();
    }

    private void crowd(int steps, int perSecond) {
        for (int number = 0; number < steps; number++) {
            jobs.add(SageMakerBook.job("crowd" + number, 0));
            book.training("CreateTrainingJob", "crowd" + number, number / perSecond);
        }
    }

    private CreateCount count() {
        AskedJob other = SageMakerBook.job("other", 100);
        List<AskedJob> all = new ArrayList<>(jobs);
        all.add(other);
        return CreateCount.of(all, List.of(other), book.read());
    }
}
