package io.trainyard.tests.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookCountTest {

    private static final Watch WATCH = new Watch(Duration.ofMinutes(5), Duration.ofMinutes(1));

    private final SageMakerBook book = new SageMakerBook();

    LookCountTest() {
        book.training("CreateTrainingJob", "quick", 0).model("quick", 30);
    }

    @Test
    void oneLookAtEachTickHolds() {
        book.training("CreateTrainingJob", "slow", 0)
                .training("DescribeTrainingJob", "slow", 299)
                .training("DescribeTrainingJob", "slow", 360)
                .model("slow", 362);

        LookCount count = count();

        assertThat(count.holds()).isTrue();
        assertThat(count.line())
                .isEqualTo("Describe 2 (at most 2 for one job, 0 times more often than its timer fired),"
                        + " 1 settled in their first interval, List 0");
    }

    @Test
    void moreLooksThanTicksDoNot() {
        book.training("CreateTrainingJob", "slow", 0)
                .training("DescribeTrainingJob", "slow", 300)
                .training("DescribeTrainingJob", "slow", 310)
                .model("slow", 312);

        assertThat(count().holds()).isFalse();
        assertThat(count().wrong()).singleElement().asString().contains("job slow", "more often than its timer fires");
    }

    @Test
    void aLookAtWhatSettledInItsFirstIntervalDoesNot() {
        book.training("DescribeTrainingJob", "quick", 20);

        assertThat(count().wrong())
                .singleElement()
                .asString()
                .contains("job quick settled in its first interval and was looked at 1 times");
    }

    @Test
    void aListDoesNot() {
        book.call("ListTrainingJobs", "", 20);

        assertThat(count().lists()).isEqualTo(1);
        assertThat(count().holds()).isFalse();
    }

    private LookCount count() {
        return LookCount.of(List.of(SageMakerBook.job("quick", 0), SageMakerBook.job("slow", 0)), book.read(), WATCH);
    }
}
