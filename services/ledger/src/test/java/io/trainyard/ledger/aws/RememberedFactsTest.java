package io.trainyard.ledger.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.ledger.aws.RememberedFacts.Fact;
import io.trainyard.ledger.domain.Story;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedFactsTest {

    private final RememberedFacts known = new RememberedFacts(100);
    private final Fact fact = new Fact(new Story(1).accepted(), Optional.of("trainyard.intake"));

    @Test
    void tellsWhatItWasTold() {
        known.remember("a", "fact#1", fact, 40);

        assertThat(known.find("a", "fact#1")).contains(fact);
        assertThat(known.find("a", "fact#2")).isEmpty();
        assertThat(known.find("b", "fact#1")).isEmpty();
    }

    @Test
    void forgetsTheJobThatItHeardOfLongestAgo() {
        known.remember("a", "fact#1", fact, 40);
        known.remember("b", "fact#1", fact, 40);
        known.find("a", "fact#1");
        known.remember("c", "fact#1", fact, 40);

        assertThat(known.find("a", "fact#1")).isPresent();
        assertThat(known.find("b", "fact#1")).isEmpty();
        assertThat(known.find("c", "fact#1")).isPresent();
    }

    @Test
    void countsAFactOnce() {
        for (int i = 0; i < 10; i++) {
            known.remember("a", "fact#1", fact, 40);
        }
        assertThat(known.find("a", "fact#1")).isPresent();
    }

    @Test
    void keepsNothingOfAJobThatIsTooLarge() {
        known.remember("a", "fact#1", fact, 101);
        assertThat(known.find("a", "fact#1")).isEmpty();
    }
}
