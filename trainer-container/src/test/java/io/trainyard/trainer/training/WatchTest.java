package io.trainyard.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.trainer.parameters.TrainingParameters.Patience;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final Patience losses = new Patience("validation:loss", 3, 2, 5);
    private final Patience accuracies = new Patience("validation:accuracy", 3, 2, 5);

    @Test
    void takesTheFirstValueAsTheBest() {
        Watch watch = Watch.start(0.1).after(1, 5, losses);

        assertThat(watch.isBestAt(1)).isTrue();
        assertThat(watch.isOver(losses)).isFalse();
    }

    @Test
    void prefersSmallLossesAndHighAccuracies() {
        assertThat(Watch.start(0.1).after(1, 5, losses).after(2, 4, losses).bestEpoch())
                .isEqualTo(2);
        assertThat(Watch.start(0.1)
                        .after(1, 0.5, accuracies)
                        .after(2, 0.4, accuracies)
                        .bestEpoch())
                .isEqualTo(1);
    }

    @Test
    void halvesTheLearningRateAfterItsPatienceAndEndsAfterTheOther() {
        Watch watch = Watch.start(0.1).after(1, 1, losses).after(2, 2, losses);
        assertThat(watch.learningRate()).isEqualTo(0.1);

        Watch slower = watch.after(3, 2, losses);
        assertThat(slower.learningRate()).isEqualTo(0.05);
        assertThat(slower.isOver(losses)).isFalse();

        Watch over = slower.after(4, 2, losses);
        assertThat(over.isOver(losses)).isTrue();
        assertThat(over.bestEpoch()).isEqualTo(1);
    }

    @Test
    void startsCountingAgainWhenSomethingGetsBetter() {
        Watch watch = Watch.start(0.1).after(1, 3, losses).after(2, 4, losses).after(3, 2, losses);

        assertThat(watch).isEqualTo(new Watch(3, 2, 0, 0, 0.1));
    }
}
