package io.trainyard.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.SpotReport;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.ledger.domain.SpotUse.OnDemandPrices;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotUseTest {

    @Test
    void anHourOfATypeThatItKnowsCostsItsPrice() {
        assertThat(OnDemandPrices.KNOWN.cost("ml.m5.large", 3600))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.115"));
        assertThat(OnDemandPrices.KNOWN.words("ml.m5.large"))
                .matches("0\\.115 USD an hour on-demand in us-east-1 as of \\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void aTypeThatItDoesNotKnowHasNoPrice() {
        assertThat(OnDemandPrices.KNOWN.cost("ml.new.large", 3600)).isEmpty();
        assertThat(OnDemandPrices.KNOWN.cost("region", 3600)).isEmpty();
        assertThat(OnDemandPrices.KNOWN.words("ml.new.large"))
                .isEqualTo("no on-demand price is known for ml.new.large");
    }

    @Test
    void everyInstanceOfATrainingSavesItsShare() {
        var report = new SpotReport(7200, 0, null, null);
        var fact = new TrainingCompleted("train", 1, "name", "s3://b/m", Map.of(), 3600, "ml.m5.large", report);

        assertThat(SpotUse.of(fact, 4, null).savedUsd()).isEqualByComparingTo("0.46");
    }
}
